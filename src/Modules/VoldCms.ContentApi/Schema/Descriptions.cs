using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Visibility;
using VoldCms.Hosting.Localization;

namespace VoldCms.ContentApi.Schema;

/// <summary>
/// What the schema says of types, parts and fields: what it is in English, of what kind, and the name that editors know it by. The
/// English is in the texts of the modules and the installation (<c>en.po</c>, context <c>schema</c>), by the names of the definitions; of
/// what has none there, the definition's own words are told, which are in the language of the editors. Used by one builder at a time.
/// </summary>
internal sealed class Descriptions(Texts english)
{
    private const string Context = "schema";

    // Asked for by what is read, what is written and what is counted.
    private readonly Dictionary<FieldModel, string> _fields = [];

    public string Of(ContentTypeDefinition type) =>
        Join(Find(type.Name), $"Content of type {type.Name}", type.DisplayName, type.Settings.Get<ContentTypeSettings>().Description);

    public string Of(FieldModel field)
    {
        if (!_fields.TryGetValue(field, out var known))
        {
            _fields.Add(field, known = Describe(field));
        }

        return known;
    }

    private string Describe(FieldModel field)
    {
        var settings = field.Definition.Settings;
        var said = Join(
            Find($"{field.Part.Definition.PartName}.{field.Name}") ?? Find(field.Name),
            KindOf(field),
            field.Definition.DisplayName,
            settings.Get<ContentPartFieldSettings>().Description
        );
        if (ClosedLists.Of(field) is { IsEmpty: false } values)
        {
            said += $" {(field.Kind!.Main.Kind == StoredKind.TextList ? "Any" : "One")} of: {string.Join(", ", values)}.";
        }

        return field.Visibility switch
        {
            VisibilityLevel.Internal => $"{said} Only for those who may see internal content.",
            VisibilityLevel.Secret => $"{said} Only for those who may see secret content.",
            _ => said,
        };
    }

    /// <param name="typeName">The type that the part is attached to.</param>
    /// <param name="part">The part.</param>
    public string Of(string typeName, ContentTypePartDefinition part)
    {
        var settings = part.Settings.Get<ContentTypePartSettings>();
        return Join(
            Find($"{typeName}.{part.Name}") ?? OfPart(part.PartName),
            $"The part {part.PartName}",
            settings.DisplayName is { Length: > 0 } name ? name : part.Name,
            settings.Description
        );
    }

    /// <summary>What a part is, wherever it is attached; null when nobody has said so.</summary>
    public string? OfPart(string partName) => Find(partName) ?? StockTexts.Find(partName);

    private static string KindOf(FieldModel field) =>
        field.Kind?.Name switch
        {
            "TextField" => "Text",
            "MultiTextField" => "Texts",
            "HtmlField" => "HTML",
            "MarkdownField" => "Markdown",
            "BooleanField" => "True or false",
            "NumericField" => "A number",
            "DateField" => "A day",
            "DateTimeField" => "A point in time",
            "TimeField" => "A time of day",
            "LinkField" => "A link",
            "MediaField" => "Files of the media library",
            "UserPickerField" => "Users",
            "GeoPointField" => "A point on the map",
            "YoutubeField" => "A film",
            "TaxonomyField" => "Terms",
            "ContentPickerField" => Items("Items", field.Definition.Settings.Get<ContentPickerFieldSettings>().DisplayedContentTypes),
            "LocalizationSetContentPickerField" => Items(
                "Items in each language",
                field.Definition.Settings.Get<LocalizationSetContentPickerFieldSettings>().DisplayedContentTypes
            ),
            _ => "A value",
        };

    private static string Items(string what, string[] types) => types.Length == 0 ? what : $"{what} of type {string.Join(", ", types)}";

    private static string Join(string? english, string what, string name, string description)
    {
        var named = $"{what}, \"{name}\" to editors.";
        return english is not null ? $"{english} {named}"
            : description.Length == 0 ? named
            : $"{named} {description}";
    }

    // A text that nobody has written answers with its key.
    private string? Find(string name) => english.InContext(Context, name).Value is var said && said != name ? said : null;
}
