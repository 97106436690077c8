using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A title that editors write; one that is made of a pattern is not in the form.</summary>
internal sealed class TitleEditor : TextEditor
{
    public TitleEditor()
        : base(PartNames.Title) => Label = "Title";

    public override bool IsShown(EditedField field) => OptionsOf(field) is TitleOptions.Editable or TitleOptions.EditableRequired;

    public override bool IsRequired(EditedField field) => OptionsOf(field) == TitleOptions.EditableRequired;

    private static TitleOptions OptionsOf(EditedField field) => field.Settings.Get<TitlePartSettings>().Options;
}
