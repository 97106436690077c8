using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A day and a time, as the clocks of the municipality show it.</summary>
internal sealed class MomentEditor(string kind) : FieldEditor
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What a part's own moment is called, in English; null for fields.</summary>
    public string? Label { get; init; }

    public override EditorKey Key => new(kind);

    public override string Partial => "_TextInput";

    public override Wording? LabelOf(Texts texts) => Label is null ? null : texts[Label];

    public override string? TextOf(EditedField field, object model) =>
        Stored(field) is { Length: > 0 } moment ? moment.Replace('T', ' ') : null;

    protected override object Show(EditedField field)
    {
        var name = field.InputName(field.Main.Name);
        return new TextInput(field, name, field.Typed?.Text(name) ?? Stored(field)) { Type = "datetime-local" };
    }

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        if (posted.Text(field.InputName(field.Main.Name))?.Trim() is not { } typed || typed == Stored(field))
        {
            return FieldReading.Unchanged;
        }

        if (typed.Length == 0)
        {
            return Change(field, field.Main.Name, null);
        }

        // An hour that the clocks jump over in spring is no moment.
        return
            DateTime.TryParseExact(typed, [Format, $"{Format}':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && !field.TimeZone.IsInvalidTime(local)
            ? Change(
                field,
                field.Main.Name,
                ContentItemJson.WriteInstant(new(TimeZoneInfo.ConvertTimeToUtc(local, field.TimeZone), TimeSpan.Zero))
            )
            : new(null, field.T["Write a day and a time: 2027-06-30 08:30."]);
    }

    private static string Stored(EditedField field) =>
        field.Value?.FindText(field.Main.Name) is { } text && IsoTime.TryReadInstant(text, out var instant)
            ? TimeZoneInfo.ConvertTime(instant, field.TimeZone).ToString(Format, CultureInfo.InvariantCulture)
            : "";
}
