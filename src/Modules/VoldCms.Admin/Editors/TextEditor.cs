using VoldCms.ContentManagement.Json;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A text of one line: the main property of a kind.</summary>
internal class TextEditor(string kind, string? editor = null) : FieldEditor
{
    /// <summary>What HTML calls the input.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What a part's own text is called, in English; null for fields.</summary>
    public string? Label { get; init; }

    /// <summary>What is said where the definition says nothing, in English; null for nothing.</summary>
    public string? Hint { get; init; }

    public override EditorKey Key => new(kind, editor);

    public override string Partial => "_TextInput";

    public override Wording? LabelOf(Texts texts) => Label is null ? null : texts[Label];

    public override Wording? HintOf(EditedField field) => Hint is null ? null : field.T[Hint];

    protected override object Show(EditedField field) =>
        new TextInput(field, NameOf(field), field.Typed?.Text(NameOf(field)) ?? Stored(field)) { Type = Type };

    protected override FieldReading Read(EditedField field, PostedValues posted) =>
        posted.Text(NameOf(field)) is not { } typed || Tidy(typed) == Tidy(Stored(field))
            ? FieldReading.Unchanged
            : Change(field, field.Main.Name, Tidy(typed) is { Length: > 0 } text ? text : null);

    /// <summary>What is taken away from what was typed.</summary>
    protected virtual string Tidy(string typed) => typed.Trim();

    protected static string NameOf(EditedField field) => field.InputName(field.Main.Name);

    protected static string Stored(EditedField field) => field.Value?.FindText(field.Main.Name) ?? "";
}
