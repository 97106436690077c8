using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>The address of a page. It is made of a pattern where nothing is written; the definition says whether editors may.</summary>
internal sealed class PathEditor : TextEditor
{
    public PathEditor()
        : base(PartNames.Autoroute) => Label = "Address of the page";

    public override Wording? HintOf(EditedField field) =>
        MayWrite(field) ? field.T["Leave it empty, and it is made of the title."] : field.T["It is made by itself."];

    protected override object Show(EditedField field) => (TextInput)base.Show(field) with { IsReadOnly = !MayWrite(field) };

    protected override FieldReading Read(EditedField field, PostedValues posted) =>
        MayWrite(field) ? base.Read(field, posted) : FieldReading.Unchanged;

    private static bool MayWrite(EditedField field) => field.Settings.Get<AutoroutePartSettings>().AllowCustomPath;
}
