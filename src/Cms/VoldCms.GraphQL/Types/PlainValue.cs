using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// Input as plain .NET values (null, bool, int, long, double, string, <c>object?[]</c>, dictionary), for scalars that take anything.
/// </summary>
internal static class PlainValue
{
    public static object? From(JsonElement input) =>
        input.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => input.GetString(),
            JsonValueKind.Number => input.TryGetInt32(out var small) ? small
            : input.TryGetInt64(out var large) ? large
            : input.GetDouble(),
            JsonValueKind.Array => input.EnumerateArray().Select(From).ToArray(),
            JsonValueKind.Object => FromFields(input.EnumerateObject().Select(field => (field.Name, From(field.Value)))),
            _ => null,
        };

    public static object? From(ValueNode literal) =>
        literal switch
        {
            BooleanValueNode boolean => boolean.Value,
            StringValueNode text => text.Value,
            EnumValueNode name => name.Value,
            IntValueNode integer => FromNumber(integer.Value),
            FloatValueNode number => FromNumber(number.Value),
            ListValueNode list => list.Values.Select(From).ToArray(),
            ObjectValueNode fields => FromFields(fields.Fields.Select(field => (field.Name.Value, From(field.Value)))),
            _ => null,
        };

    private static object FromNumber(string number) =>
        int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) ? small
        : long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large
        : double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Of two fields with one name the last counts, as in JSON.</summary>
    private static Dictionary<string, object?> FromFields(IEnumerable<(string Name, object? Value)> fields)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values;
    }
}
