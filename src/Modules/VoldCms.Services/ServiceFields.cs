using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;

namespace VoldCms.Services;

/// <summary>The stock field that only this module reads.</summary>
internal static class ServiceFields
{
    /// <summary>A choice of yes, no and not said.</summary>
    public static bool? Choice(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Text") switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
