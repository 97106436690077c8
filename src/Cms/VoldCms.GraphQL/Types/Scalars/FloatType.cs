using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-Float"/>
internal sealed class FloatType() : ScalarType("Float")
{
    public override bool TryParseValue(JsonElement input, out object? value)
    {
        value = input.ValueKind == JsonValueKind.Number && input.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
        return value is not null;
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = literal switch
        {
            IntValueNode integer => Parse(integer.Value),
            FloatValueNode number => Parse(number.Value),
            _ => null,
        };
        return value is not null;
    }

    private static object? Parse(string number) =>
        double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsFinite(value) ? value : null;
}
