namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// The names of Orchard Core 3.0 that our recipes may use. Source: Orchard Core's source at commit 54b2f0152d (3.0.0), of which the stock
/// recipes name most feature ids. A name that is not here has not been seen there: look it up before adding it.
/// </summary>
internal static class OrchardCoreNames
{
    public static IReadOnlySet<string> Steps { get; } =
        Set("feature", "settings", "custom-settings", "Roles", "recipes", "ContentDefinition", "content", "media");

    public static IReadOnlySet<string> Features { get; } =
        Set(
            "OrchardCore.Admin",
            "OrchardCore.Settings",
            "OrchardCore.Features",
            "OrchardCore.Recipes",
            "OrchardCore.Roles",
            "OrchardCore.Users",
            "OrchardCore.Security",
            "OrchardCore.Contents",
            "OrchardCore.ContentTypes",
            "OrchardCore.ContentFields",
            "OrchardCore.ContentFields.Indexing.SQL",
            "OrchardCore.Title",
            "OrchardCore.Alias",
            "OrchardCore.Autoroute",
            "OrchardCore.Flows",
            "OrchardCore.Taxonomies",
            "OrchardCore.Localization",
            "OrchardCore.ContentLocalization",
            "OrchardCore.Media",
            "OrchardCore.Indexing",
            "OrchardCore.Queries",
            "OrchardCore.Apis.GraphQL",
            "OrchardCore.CustomSettings"
        );

    public static IReadOnlySet<string> Settings { get; } =
        Set(
            "BaseUrl",
            "Calendar",
            "MaxPagedCount",
            "MaxPageSize",
            "PageSize",
            "ResourceDebugMode",
            "SiteName",
            "PageTitleFormat",
            "SiteSalt",
            "SuperUser",
            "TimeZoneId",
            "UseCdn",
            "CdnBaseUrl",
            "AppendVersion",
            "HomeRoute",
            "CacheMode",
            "LocalizationSettings",
            "ContentCulturePickerSettings",
            "ContentRequestCultureProviderSettings"
        );

    public static IReadOnlySet<string> Permissions { get; } =
        Set(
            "PublishContent",
            "PublishOwnContent",
            "EditContent",
            "EditOwnContent",
            "DeleteContent",
            "DeleteOwnContent",
            "ViewContent",
            "ViewOwnContent",
            "PreviewContent",
            "PreviewOwnContent",
            "CloneContent",
            "CloneOwnContent",
            "ListContent",
            "EditContentOwner",
            "AccessContentApi",
            "AccessAdminPanel",
            "LocalizeContent",
            "LocalizeOwnContent",
            "ManageMediaContent",
            "ViewMediaContent",
            "ExecuteGraphQL",
            "ExecuteGraphQLMutations",
            "ExecuteApiAll"
        );

    /// <summary>The prefixes of the permissions that each securable type has.</summary>
    public static IReadOnlyList<string> PermissionsOfAType { get; } =
    [
        "Publish_",
        "PublishOwn_",
        "Edit_",
        "EditOwn_",
        "Delete_",
        "DeleteOwn_",
        "View_",
        "ViewOwn_",
        "Preview_",
        "PreviewOwn_",
        "Clone_",
        "CloneOwn_",
        "ListContent_",
        "EditContentOwner_",
    ];

    /// <summary>Stock parts, and the settings object of each that has one.</summary>
    public static IReadOnlySet<string> Parts { get; } =
        Set(
            "TitlePart",
            "AutoroutePart",
            "AliasPart",
            "LocalizationPart",
            "CommonPart",
            "BagPart",
            "TaxonomyPart",
            "TermPart",
            "HtmlBodyPart",
            "ListPart"
        );

    /// <summary>What each stock field stores in a content item.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Fields { get; } =
        new Dictionary<string, IReadOnlySet<string>>
        {
            ["TextField"] = Set("Text"),
            ["HtmlField"] = Set("Html"),
            ["MarkdownField"] = Set("Markdown"),
            ["BooleanField"] = Set("Value"),
            ["NumericField"] = Set("Value"),
            ["DateField"] = Set("Value"),
            ["DateTimeField"] = Set("Value"),
            ["LinkField"] = Set("Url", "Text", "Target"),
            ["ContentPickerField"] = Set("ContentItemIds"),
            ["MultiTextField"] = Set("Values"),
            ["MediaField"] = Set("Paths", "MediaTexts"),
            ["TaxonomyField"] = Set("TaxonomyContentItemId", "TermContentItemIds"),
        };

    /// <summary>Settings objects of types, parts and fields, with their keys.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> DefinitionSettings { get; } =
        new Dictionary<string, IReadOnlySet<string>>
        {
            ["ContentTypeSettings"] = Set(
                "Creatable",
                "Listable",
                "Draftable",
                "Versionable",
                "Securable",
                "Stereotype",
                "Description",
                "Category",
                "ThumbnailPath"
            ),
            ["ContentPartSettings"] = Set("Attachable", "Reusable", "DisplayName", "Description", "DefaultPosition"),
            ["ContentTypePartSettings"] = Set("DisplayName", "Description", "Position", "DisplayMode", "Editor"),
            ["ContentPartFieldSettings"] = Set("DisplayName", "Description", "Editor", "DisplayMode", "Position"),
            ["TitlePartSettings"] = Set("Options", "Pattern", "RenderTitle", "Placeholder"),
            ["AutoroutePartSettings"] = Set(
                "AllowCustomPath",
                "Pattern",
                "ShowHomepageOption",
                "AllowUpdatePath",
                "AllowDisabled",
                "AllowRouteContainedItems",
                "ManageContainedItemRoutes",
                "AllowAbsolutePath"
            ),
            ["AliasPartSettings"] = Set("Pattern", "Options"),
            ["BagPartSettings"] = Set("ContainedContentTypes", "ContainedStereotypes", "DisplayType", "CollapseContainedItems"),
            ["TextFieldSettings"] = Set("Hint", "Required", "DefaultValue", "Type", "Pattern", "Placeholder"),
            ["TextFieldPredefinedListEditorSettings"] = Set("Options", "Editor", "DefaultValue"),
            ["HtmlFieldSettings"] = Set("Hint", "Required", "SanitizeHtml", "RenderLiquid"),
            ["BooleanFieldSettings"] = Set("Hint", "Required", "Label", "DefaultValue"),
            ["NumericFieldSettings"] = Set("Hint", "Required", "Scale", "Minimum", "Maximum", "Placeholder", "DefaultValue"),
            ["DateFieldSettings"] = Set("Hint", "Required"),
            ["LinkFieldSettings"] = Set(
                "Hint",
                "Required",
                "HintLinkText",
                "LinkTextMode",
                "UrlPlaceholder",
                "TextPlaceholder",
                "DefaultUrl",
                "DefaultText",
                "DefaultTarget"
            ),
            ["ContentPickerFieldSettings"] = Set(
                "Hint",
                "Required",
                "Multiple",
                "DisplayAllContentTypes",
                "DisplayedContentTypes",
                "DisplayedStereotypes",
                "Placeholder",
                "TitlePattern"
            ),
            ["MediaFieldSettings"] = Set("Hint", "Required", "Multiple", "AllowMediaText", "AllowAnchors", "AllowedExtensions"),
            ["MultiTextFieldSettings"] = Set("Hint", "Required", "Options"),
            ["TaxonomyFieldSettings"] = Set("Hint", "Required", "TaxonomyContentItemId", "Unique", "LeavesOnly", "Open", "Placeholder"),
        };

    public static IReadOnlySet<string> Editors { get; } =
        Set(
            "CodeMirror",
            "Color",
            "Email",
            "Header",
            "IconPicker",
            "Monaco",
            "PredefinedList",
            "Tel",
            "TextArea",
            "Url",
            "Multiline",
            "Trumbowyg",
            "Wysiwyg",
            "CheckboxList",
            "Picker",
            "Range",
            "Select",
            "Slider",
            "Spinner",
            "Switch",
            "Localized",
            "Tags"
        );

    /// <summary>An editor of ours; Orchard Core falls back to its plain text box for a name it does not know.</summary>
    public static IReadOnlySet<string> OurEditors { get; } = Set("OpeningHours");

    /// <summary>Names that no type, part or field may bear.</summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new HashSet<string>(
            [
                "Id",
                "ContentItemId",
                "ContentItemVersionId",
                "ContentType",
                "Published",
                "Latest",
                "ModifiedUtc",
                "PublishedUtc",
                "CreatedUtc",
                "Owner",
                "Author",
                "DisplayText",
            ],
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>Ours, portable because it is made of one stock field, or because Orchard Core keeps settings it does not know.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> OurDefinitionSettings { get; } =
        new Dictionary<string, IReadOnlySet<string>> { ["FieldVisibilitySettings"] = Set("Level") };

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
