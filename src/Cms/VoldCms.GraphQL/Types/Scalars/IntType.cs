using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-Int"/>
internal sealed class IntType : ScalarType
{
    public IntType()
        : base("Int") => Expected = "a whole number from -2147483648 to 2147483647";

    /// <summary>JSON has one number type, so 1.0 is the integer 1.</summary>
    public override bool TryParseValue(JsonElement input, out object? value)
    {
        value = null;
        if (input.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (input.TryGetInt32(out var integer))
        {
            value = integer;
        }
        else if (TryGetInteger(input.GetDouble(), out integer))
        {
            value = integer;
        }

        return value is not null;
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = null;
        if (
            literal is IntValueNode node
            && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
        )
        {
            value = integer;
        }

        return value is not null;
    }

    /// <summary>The 32-bit integer that a double is, if it is one.</summary>
    internal static bool TryGetInteger(double number, out int integer)
    {
        var isInteger = number is >= int.MinValue and <= int.MaxValue && Math.Truncate(number) == number;
        integer = isInteger ? (int)number : 0;
        return isInteger;
    }

    /// <summary>An integer of 32 bits as it is; whole doubles, whole numbers in text, and booleans as 1 and 0.</summary>
    internal override bool TryCompleteResult(ref Slot slot)
    {
        if (ReferenceEquals(slot.Reference, SlotKind.Int))
        {
            return slot.Bits is >= int.MinValue and <= int.MaxValue;
        }

        int integer;
        if (ReferenceEquals(slot.Reference, SlotKind.Boolean))
        {
            integer = (int)slot.Bits;
        }
        else if (!FloatType.TryGetNumber(slot, out var number) || !TryGetInteger(number, out integer))
        {
            return false;
        }

        slot = Slot.Of(SlotKind.Int, integer);
        return true;
    }
}
