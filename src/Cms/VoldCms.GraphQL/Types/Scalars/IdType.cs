using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>Strings and integers are keys; an integer keeps its digits.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-ID"/>
internal sealed class IdType() : ScalarType("ID")
{
    public override bool TryParseValue(JsonElement input, out object? value)
    {
        value = input.ValueKind switch
        {
            JsonValueKind.String => input.GetString(),
            JsonValueKind.Number => IntegerText(input),
            _ => null,
        };
        return value is not null;
    }

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode integer => integer.Value,
            _ => null,
        };
        return value is not null;
    }

    private static string? IntegerText(JsonElement number) =>
        number.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') ? digits
        // JSON has one number type, so 1.0 and 1e3 are integers too.
        : number.GetDouble() is var value && Math.Truncate(value) == value && Math.Abs(value) < 1e15
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>Text as it is; an integer as its digits.</summary>
    internal override bool TryCompleteResult(ref Slot slot)
    {
        if (slot.Reference is string or byte[])
        {
            return true;
        }

        if (
            ReferenceEquals(slot.Reference, SlotKind.Float)
            && IntType.TryGetInteger(BitConverter.Int64BitsToDouble(slot.Bits), out var integer)
        )
        {
            slot = Slot.Of(SlotKind.Int, integer);
        }

        if (!ReferenceEquals(slot.Reference, SlotKind.Int))
        {
            return false;
        }

        slot = new Slot { Reference = slot.Bits.ToString(CultureInfo.InvariantCulture) };
        return true;
    }
}
