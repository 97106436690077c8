using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>Pictures by their paths in the media library, and what is said of them to those who do not see them: a line each.</summary>
internal sealed class MediaEditor : FieldEditor
{
    public override EditorKey Key => new("MediaField");

    public override string Partial => "_InputGroup";

    public override bool IsGroup => true;

    protected override object Show(EditedField field) =>
        new InputGroup(
            field,
            [
                (field.T["Paths in the media library, one a line"], Input(field, "Paths")),
                (field.T["What each picture shows, one a line"], Input(field, "MediaTexts")),
            ]
        );

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        var change = new JsonObject();
        foreach (var property in new[] { "Paths", "MediaTexts" })
        {
            if (posted.Text(field.InputName(property))?.TrimEnd() is { } typed && typed != Stored(field, property))
            {
                change[property] = new JsonArray([.. Lines(typed).Select(line => (JsonNode)line)]);
            }
        }

        return change.Count == 0 ? FieldReading.Unchanged : new(change);
    }

    private static TextInput Input(EditedField field, string property)
    {
        var name = field.InputName(property);
        return new(field, name, field.Typed?.Text(name) ?? Stored(field, property)) { Type = "lines" };
    }

    private static string Stored(EditedField field, string property) => string.Join('\n', field.Value.FindTexts(property)).TrimEnd();

    private static string[] Lines(string text) => text.Length == 0 ? [] : [.. text.Split('\n').Select(line => line.Trim())];
}
