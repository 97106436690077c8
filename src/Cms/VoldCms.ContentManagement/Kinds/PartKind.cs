using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>A stock part: what it stores of its own, beside the fields that a definition may add. Immutable.</summary>
/// <param name="Name">Orchard Core's name, such as <c>TitlePart</c>.</param>
/// <param name="Properties">Its own properties; their index paths are <c>Part.Property</c>.</param>
/// <param name="IsHtml">The first property is HTML and goes through the sanitizer unless the settings say otherwise.</param>
public sealed record PartKind(string Name, ImmutableArray<StoredProperty> Properties, bool IsHtml = false)
{
    /// <summary>The properties that hold whole content items.</summary>
    public ImmutableArray<StoredProperty> Contained { get; } = [.. Properties.Where(property => property.Kind == StoredKind.ContentItems)];

    /// <summary>
    /// The parts that the engine knows, by name, ignoring case. A part that is neither here nor defined is kept untouched.
    /// </summary>
    public static FrozenDictionary<string, PartKind> Stock { get; } =
        new PartKind[]
        {
            new(PartNames.Title, [new("Title", StoredKind.Text)]),
            new(
                PartNames.Autoroute,
                [
                    new("Path", StoredKind.Text, IsIdentifier: true),
                    new("SetHomepage", StoredKind.Boolean, IsIndexed: false),
                    new("Disabled", StoredKind.Boolean, IsIndexed: false),
                    new("RouteContainedItems", StoredKind.Boolean, IsIndexed: false),
                    new("Absolute", StoredKind.Boolean, IsIndexed: false),
                ]
            ),
            new(
                PartNames.Localization,
                [new("LocalizationSet", StoredKind.Text, IsIdentifier: true), new("Culture", StoredKind.Text, IsIdentifier: true)]
            ),
            new(PartNames.Common, []),
            new(PartNames.Alias, [new("Alias", StoredKind.Text, IsIdentifier: true)]),
            new(PartNames.HtmlBody, [new("Html", StoredKind.Text)], IsHtml: true),
            new("MarkdownBodyPart", [new("Markdown", StoredKind.Text)]),
            new(PartNames.Bag, [new("ContentItems", StoredKind.ContentItems)]),
            new("FlowPart", [new("Widgets", StoredKind.ContentItems)]),
            new("ListPart", []),
            new(
                PartNames.Contained,
                [
                    new("ListContentItemId", StoredKind.Text, IsIdentifier: true),
                    new("ListContentType", StoredKind.Text, IsIdentifier: true),
                    new("Order", StoredKind.Number),
                ]
            ),
            new(
                "SeoMetaPart",
                [
                    new("PageTitle", StoredKind.Text),
                    new("Render", StoredKind.Boolean, IsIndexed: false),
                    new("MetaDescription", StoredKind.Text),
                    new("MetaKeywords", StoredKind.Text, IsIndexed: false),
                    new("Canonical", StoredKind.Text, IsIndexed: false, IsAddress: true),
                    new("MetaRobots", StoredKind.Text, IsIndexed: false),
                    new("CustomMetaTags", StoredKind.Any, IsIndexed: false),
                    new("DefaultSocialImage", StoredKind.Any, IsIndexed: false),
                    new("OpenGraphImage", StoredKind.Any, IsIndexed: false),
                    new("OpenGraphType", StoredKind.Text, IsIndexed: false),
                    new("OpenGraphTitle", StoredKind.Text, IsIndexed: false),
                    new("OpenGraphDescription", StoredKind.Text, IsIndexed: false),
                    new("TwitterImage", StoredKind.Any, IsIndexed: false),
                    new("TwitterTitle", StoredKind.Text, IsIndexed: false),
                    new("TwitterDescription", StoredKind.Text, IsIndexed: false),
                    new("TwitterCard", StoredKind.Text, IsIndexed: false),
                    new("TwitterCreator", StoredKind.Text, IsIndexed: false),
                    new("TwitterSite", StoredKind.Text, IsIndexed: false),
                    new("GoogleSchema", StoredKind.Text, IsIndexed: false),
                ]
            ),
            new(PartNames.PublishLater, [new("ScheduledPublishUtc", StoredKind.DateTime)]),
            new(PartNames.ArchiveLater, [new("ScheduledArchiveUtc", StoredKind.DateTime)]),
            new("PreviewPart", []),
            new(
                "SitemapPart",
                [
                    new("OverrideSitemapConfig", StoredKind.Boolean, IsIndexed: false),
                    new("ChangeFrequency", StoredKind.Any, IsIndexed: false),
                    new("Priority", StoredKind.Number, IsIndexed: false),
                    new("Exclude", StoredKind.Boolean, IsIndexed: false),
                ]
            ),
            new("LiquidPart", [new("Liquid", StoredKind.Text, IsIndexed: false)]),
            new("MenuPart", []),
            new("MenuItemsListPart", [new("MenuItems", StoredKind.ContentItems)]),
            new(
                "LinkMenuItemPart",
                [new("Url", StoredKind.Text, IsIndexed: false, IsAddress: true), new("Target", StoredKind.Text, IsIndexed: false)]
            ),
            new("ContentMenuItemPart", [new("CheckContentPermissions", StoredKind.Boolean, IsIndexed: false)]),
            new(
                "HtmlMenuItemPart",
                [
                    new("Html", StoredKind.Text, IsIndexed: false),
                    new("Url", StoredKind.Text, IsIndexed: false, IsAddress: true),
                    new("Target", StoredKind.Text, IsIndexed: false),
                ],
                IsHtml: true
            ),
            new("MenuItemPermissionPart", [new("PermissionNames", StoredKind.TextList, IsIndexed: false)]),
            new(
                "AuditTrailPart",
                [new("Comment", StoredKind.Text, IsIndexed: false), new("ShowComment", StoredKind.Boolean, IsIndexed: false)]
            ),
            new("WidgetsListPart", [new("Widgets", StoredKind.Any, IsIndexed: false)]),
            new(PartNames.Taxonomy, [new("TermContentType", StoredKind.Text, IsIdentifier: true), new("Terms", StoredKind.ContentItems)]),
            new(PartNames.Term, [new("TaxonomyContentItemId", StoredKind.Text, IsIdentifier: true)]),
        }.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The stock parts' names.</summary>
public static class PartNames
{
    /// <summary>The part with an item's title.</summary>
    public const string Title = "TitlePart";

    /// <summary>The part with an item's address.</summary>
    public const string Autoroute = "AutoroutePart";

    /// <summary>The part with an item's language and what binds its translations.</summary>
    public const string Localization = "LocalizationPart";

    /// <summary>The part with an item's dates and owner.</summary>
    public const string Common = "CommonPart";

    /// <summary>The part with a name that other systems know an item by.</summary>
    public const string Alias = "AliasPart";

    /// <summary>The part with a page's text as HTML.</summary>
    public const string HtmlBody = "HtmlBodyPart";

    /// <summary>The part that an item in a list carries: its list and its place there.</summary>
    public const string Contained = "ContainedPart";

    /// <summary>The part with the moment to publish.</summary>
    public const string PublishLater = "PublishLaterPart";

    /// <summary>The part with the moment to take an item off.</summary>
    public const string ArchiveLater = "ArchiveLaterPart";

    /// <summary>The part that holds items of chosen types.</summary>
    public const string Bag = "BagPart";

    /// <summary>The part that makes an item a taxonomy.</summary>
    public const string Taxonomy = "TaxonomyPart";

    /// <summary>The part that an item in a taxonomy carries.</summary>
    public const string Term = "TermPart";

    /// <summary>Ours: one TextField <c>Level</c> (public, internal, secret), so that it is portable.</summary>
    public const string Visibility = "VisibilityPart";
}
