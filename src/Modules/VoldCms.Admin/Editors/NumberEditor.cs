using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A number, written as in the person's language; a point is read as a comma.</summary>
internal sealed partial class NumberEditor : FieldEditor
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

        var digits = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign))).Replace('\u2212', '-');
        var format = field.T.Culture.Formatting.NumberFormat;
        digits =
            format.NumberGroupSeparator == "," && Grouped().IsMatch(digits)
                ? digits.Replace(",", "", StringComparison.Ordinal)
                : digits.Replace(',', '.');
        return digits.Length == 0 ? Change(field, field.Main.Name, null)
            : ExactDecimal.TryRead(digits, out var number) ? Change(field, field.Main.Name, JsonValue.Create(number))
            : new(null, field.T["Write a number, such as 12 or 12.5."]);
    }

    // 1,234 in a language that parts thousands so.
    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();

    private static string Stored(EditedField field) =>
        LenientJson.Number(field.Value?[field.Main.Name]) is { } number ? number.ToString(field.T.Culture.Formatting) : "";
}
