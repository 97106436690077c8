using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-Boolean"/>
internal sealed class BooleanType() : ScalarType("Boolean")
{
    public override bool TryParseValue(JsonElement input, out object? value)
    {
        value = input.ValueKind is JsonValueKind.True or JsonValueKind.False ? input.GetBoolean() : null;
        return value is not null;
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = (literal as BooleanValueNode)?.Value;
        return value is not null;
    }
}
