using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;

namespace VoldCms.Services;

/// <summary>The stock fields that only this module reads.</summary>
internal static class ServiceFields
{
    /// <summary>A DateField's day.</summary>
    public static DateOnly? Day(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Value") is { Length: >= 10 } text
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A choice of yes, no and not said.</summary>
    public static bool? Choice(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Text") switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
