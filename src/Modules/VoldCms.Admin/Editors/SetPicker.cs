using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Picks pages in whatever language they are read.</summary>
internal sealed class SetPicker(ContentReader reader, TenantContext tenant) : Picker(reader, tenant)
{
    public override EditorKey Key => new("LocalizationSetContentPickerField");

    protected override string Ids => "LocalizationSets";

    protected override string Path => ContentPaths.LocalizationSet;

    protected override string[] TypesOf(EditedField field) =>
        field.Settings.Get<LocalizationSetContentPickerFieldSettings>().DisplayedContentTypes;

    protected override bool IsMultiple(EditedField field) => field.Settings.Get<LocalizationSetContentPickerFieldSettings>().Multiple;

    protected override string? IdOf(ContentItem item) => ContentItemParts.LocalizationSetOf(item);
}
