using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A day, in the browser's own input for days.</summary>
internal sealed class DayEditor : FieldEditor
{
    public override EditorKey Key => new("DateField");

    public override string Partial => "_TextInput";

    public override string? TextOf(EditedField field, object model) => Stored(field) is { Length: > 0 } day ? day : null;

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        return new TextInput(field, name, field.Typed?.Text(name) ?? Stored(field)) { Type = "date" };
    }

    protected override FieldReading Read(EditedField field, PostedValues posted) =>
        posted.Text(field.InputName(field.Main.Name))?.Trim() is not { } typed || typed == Stored(field) ? FieldReading.Unchanged
        : typed.Length == 0 ? Change(field, field.Main.Name, null)
        : typed.Length == 10 && IsoTime.TryReadDay(typed, out _) ? Change(field, field.Main.Name, $"{typed}T00:00:00Z")
        : new(null, field.T["Write a day as year, month, day: 2027-06-30."]);

    private static string Stored(EditedField field) => LenientJson.Date(field.Value?[field.Main.Name]) ?? "";
}
