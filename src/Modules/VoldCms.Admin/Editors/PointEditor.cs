using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>A place on the map: degrees, north and east.</summary>
internal sealed class PointEditor : FieldEditor
{
    public override EditorKey Key => new("GeoPointField");

    public override string Partial => "_InputGroup";

    public override bool IsGroup => true;

    protected override object Show(EditedField field) =>
        new InputGroup(field, [(field.T["Degrees north"], Input(field, "Latitude")), (field.T["Degrees east"], Input(field, "Longitude"))]);

    protected override FieldReading Read(EditedField field, PostedValues posted)
    {
        var change = new JsonObject();
        foreach (var (property, bound) in new[] { ("Latitude", 90m), ("Longitude", 180m) })
        {
            if (posted.Text(field.InputName(property))?.Trim() is not { } typed || typed == Stored(field, property))
            {
                continue;
            }

            if (typed.Length == 0)
            {
                change[property] = null;
            }
            else if (ExactDecimal.TryRead(typed.Replace(',', '.'), out var degrees) && Math.Abs(degrees) <= bound)
            {
                change[property] = degrees;
            }
            else
            {
                return new(null, field.T["Write degrees as a number, such as 59.27."]);
            }
        }

        return change.Count == 0 ? FieldReading.Unchanged : new(change);
    }

    private static TextInput Input(EditedField field, string property)
    {
        var name = field.InputName(property);
        return new(field, name, field.Typed?.Text(name) ?? Stored(field, property)) { InputMode = "decimal" };
    }

    private static string Stored(EditedField field, string property) =>
        LenientJson.Number(field.Value?[property]) is { } number ? number.ToString(CultureInfo.InvariantCulture) : "";
}
