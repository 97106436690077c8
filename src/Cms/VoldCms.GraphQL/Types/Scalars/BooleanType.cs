using System.Text.Json;
using VoldCms.GraphQL.Execution;
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

    /// <summary>A boolean as it is; a number is true unless it is 0.</summary>
    internal override bool TryCompleteResult(ref Slot slot)
    {
        if (ReferenceEquals(slot.Reference, SlotKind.Boolean))
        {
            return true;
        }

        bool value;
        if (ReferenceEquals(slot.Reference, SlotKind.Int))
        {
            value = slot.Bits != 0;
        }
        else if (ReferenceEquals(slot.Reference, SlotKind.Float))
        {
            value = BitConverter.Int64BitsToDouble(slot.Bits) != 0;
        }
        else
        {
            return false;
        }

        slot = Slot.Of(value);
        return true;
    }
}
