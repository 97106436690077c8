using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Yes or no.</summary>
internal sealed class FlagEditor : FieldEditor
{
    public override EditorKey Key => new("BooleanField");

    public override string Partial => "_Choices";

    public override bool IsGroup => true;

    public override string? TextOf(EditedField field, object model) => Stored(field) ? field.T["Yes"].Value : field.T["No"].Value;

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        var isSet = field.Typed?.Has(field.InputName("shown")) == true ? field.Typed.Has(name) : Stored(field);
        return new Choice(field, name, [new("true", field.T["Yes"], isSet)]);
    }

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        var isSet = posted.Has(field.InputName(field.Main.Name));
        return !posted.Has(field.InputName("shown")) || isSet == Stored(field)
            ? FieldReading.Unchanged
            : Change(field, field.Main.Name, isSet);
    }

    private static bool Stored(EditedField field) => LenientJson.Boolean(field.Value?[field.Main.Name]) == true;
}
