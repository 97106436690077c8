using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Schemas;

/// <summary>
/// What the schema says of types and fields: in English what it is, then the name that editors know it by and the definition's own words, which are
/// in the language of the editors.
/// </summary>
internal static class Descriptions
{
    public static string Of(ContentTypeDefinition type) =>
        Join($"Content of type {type.Name}", type.DisplayName, type.Settings.Get<ContentTypeSettings>().Description);

    public static string Of(FieldModel field)
    {
        var settings = field.Definition.Settings;
        var said = Join(KindOf(field), field.Definition.DisplayName, settings.Get<ContentPartFieldSettings>().Description);
        if (settings.Get<TextFieldPredefinedListEditorSettings>().Options is { Length: > 0 } options)
        {
            said += $" One of: {string.Join(", ", options.Select(option => option.Value))}.";
        }

        return field.Visibility switch
        {
            Visibility.Internal => $"{said} Only for those who may see internal content.",
            Visibility.Secret => $"{said} Only for those who may see secret content.",
            _ => said,
        };
    }

    public static string Of(ContentTypePartDefinition part)
    {
        var settings = part.Settings.Get<ContentTypePartSettings>();
        return Join($"The part {part.PartName}", settings.DisplayName is { Length: > 0 } name ? name : part.Name, settings.Description);
    }

    private static string KindOf(FieldModel field) => field.Kind?.Name switch
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
        "LocalizationSetContentPickerField" =>
            Items("Items in each language", field.Definition.Settings.Get<LocalizationSetContentPickerFieldSettings>().DisplayedContentTypes),
        _ => "A value",
    };

    private static string Items(string what, string[] types) => types.Length == 0 ? what : $"{what} of type {string.Join(", ", types)}";

    private static string Join(string what, string name, string description)
    {
        var named = $"{what}, \"{name}\" to editors.";
        return description.Length == 0 ? named : $"{named} {description}";
    }
}
