using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A number, written as in the person's language; a point is read as a comma.</summary>
internal sealed class NumberEditor : FieldEditor
{
    public override EditorKey Key => new("NumericField");

    public override string Partial => "_TextInput";

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        return new TextInput(field, name, field.Typed?.Text(name) ?? Stored(field)) { InputMode = "decimal" };
    }

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        if (posted.Text(field.InputName(field.Main.Name))?.Trim() is not { } typed || typed == Stored(field))
        {
            return FieldReading.Unchanged;
        }

        var digits = typed.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        return digits.Length == 0 ? Change(field, field.Main.Name, null)
            : ExactDecimal.TryRead(digits, out var number) ? Change(field, field.Main.Name, JsonValue.Create(number))
            : new(null, field.T["Write a number, such as 12 or 12.5."]);
    }

    private static string Stored(EditedField field) =>
        LenientJson.Number(field.Value?[field.Main.Name]) is { } number ? number.ToString(field.T.Culture.Formatting) : "";
}
