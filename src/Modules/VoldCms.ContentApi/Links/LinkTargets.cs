using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Links;

/// <summary>Which fields name other items, and what they name.</summary>
internal static class LinkTargets
{
    /// <summary>Null for a field that names none.</summary>
    public static LinkTarget? FindTarget(SurfacedField field)
    {
        var settings = field.Model.Definition.Settings;
        return field.Kind.Name switch
        {
            "ContentPickerField" => new LinkTarget.Items([.. settings.Get<ContentPickerFieldSettings>().DisplayedContentTypes]),
            "LocalizationSetContentPickerField" => new LinkTarget.LocalizationSets([
                .. settings.Get<LocalizationSetContentPickerFieldSettings>().DisplayedContentTypes,
            ]),
            "TaxonomyField" => new LinkTarget.Terms(
                settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId is { Length: > 0 } id ? new ContentItemId(id) : null
            ),
            _ => null,
        };
    }

    /// <summary>The key under which filters and orders name what is named.</summary>
    public static string NameOf(LinkTarget target) => target is LinkTarget.Terms ? "term" : "contentItem";
}
