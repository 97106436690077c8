using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Picks items.</summary>
internal sealed class ItemPicker(ContentReader reader, TenantContext tenant) : Picker(reader, tenant)
{
    public override EditorKey Key => new("ContentPickerField");

    protected override string Ids => "ContentItemIds";

    protected override string Path => ContentPaths.ContentItemId;

    protected override string[] TypesOf(EditedField field) => field.Settings.Get<ContentPickerFieldSettings>().DisplayedContentTypes;

    protected override bool IsMultiple(EditedField field) => field.Settings.Get<ContentPickerFieldSettings>().Multiple;

    protected override string? IdOf(ContentItem item) => item.ContentItemId.Value;
}
