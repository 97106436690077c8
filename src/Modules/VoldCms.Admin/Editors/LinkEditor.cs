using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Inputs that belong to one field, each with a label of its own. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Parts">Label and input.</param>
internal sealed record InputGroup(EditedField Field, IReadOnlyList<(Wording Label, TextInput Input)> Parts);

/// <summary>An address and what is said of it.</summary>
internal sealed class LinkEditor : FieldEditor
{
    public override EditorKey Key => new("LinkField");

    public override string Partial => "_InputGroup";

    public override bool IsGroup => true;

    protected override object Show(EditedField field) =>
        new InputGroup(
            field,
            [
                (field.T["Address, such as https://example.org"], Input(field, "Url") with { InputMode = "url" }),
                (field.T["Text of the link"], Input(field, "Text")),
            ]
        );

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        var change = new JsonObject();
        foreach (var property in new[] { "Url", "Text" })
        {
            if (posted.Text(field.InputName(property))?.Trim() is { } typed && typed != Stored(field, property))
            {
                change[property] = typed.Length == 0 ? null : typed;
            }
        }

        return change.Count == 0 ? FieldReading.Unchanged : new(change);
    }

    private static TextInput Input(EditedField field, string property)
    {
        var name = field.InputName(property);
        return new(field, name, field.Typed?.Text(name) ?? Stored(field, property));
    }

    private static string Stored(EditedField field, string property) => field.Value?.FindText(property) ?? "";
}
