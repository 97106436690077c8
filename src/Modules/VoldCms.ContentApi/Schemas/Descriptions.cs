using VoldCms.ContentManagement.Definitions;

namespace VoldCms.ContentApi.Schemas;

/// <summary>What the schema says of types and fields: the editors' name for it, and the definition's own words.</summary>
internal static class Descriptions
{
    public static string Of(ContentTypeDefinition type) => Join(type.DisplayName, type.Settings.Get<ContentTypeSettings>().Description);

    public static string Of(ContentFieldDefinition field) => Join(field.DisplayName, field.Settings.Get<ContentPartFieldSettings>().Description);

    public static string Of(ContentTypePartDefinition part)
    {
        var settings = part.Settings.Get<ContentTypePartSettings>();
        return Join(settings.DisplayName is { Length: > 0 } name ? name : part.Name, settings.Description);
    }

    private static string Join(string name, string description) => description.Length == 0 ? name : $"{name}: {description}";
}
