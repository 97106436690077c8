using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-String"/>
internal sealed class StringType() : ScalarType("String")
{
    public override bool TryParseValue(JsonElement input, out object? value)
    {
        value = input.ValueKind == JsonValueKind.String ? input.GetString() : null;
        return value is not null;
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = (literal as StringValueNode)?.Value;
        return value is not null;
    }
}
