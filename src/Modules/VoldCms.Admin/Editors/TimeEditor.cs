using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A time of day, in the browser's own input for it.</summary>
internal sealed class TimeEditor : FieldEditor
{
    public override EditorKey Key => new("TimeField");

    public override string Partial => "_TextInput";

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        return new TextInput(field, name, field.Typed?.Text(name) ?? Stored(field)) { Type = "time" };
    }

    protected override FieldReading Read(EditedField field, PostedValues posted) =>
        posted.Text(field.InputName(field.Main.Name))?.Trim() is not { } typed || typed == Stored(field) ? FieldReading.Unchanged
        : typed.Length == 0 ? Change(field, field.Main.Name, null)
        : IsoTime.TryReadTime(typed, out _) ? Change(field, field.Main.Name, typed)
        : new(null, field.T["Write a time as hours and minutes: 08:30."]);

    // A length of time that is no time of day stays as it is written.
    private static string Stored(EditedField field) =>
        field.Value?.FindText(field.Main.Name) is not { } text ? ""
        : text.EndsWith(":00", StringComparison.Ordinal) && text.Length == "08:30:00".Length ? text[..5]
        : text;
}
