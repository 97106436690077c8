using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-Float"/>
internal sealed class FloatType : ScalarType
{
    public FloatType()
        : base("Float") => Expected = "a number of at most 1.7976931348623157e308";

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

    /// <summary>A finite number; numbers in text, and booleans as 1 and 0.</summary>
    internal override bool TryCompleteResult(ref Slot slot)
    {
        if (ReferenceEquals(slot.Reference, SlotKind.Int))
        {
            return true;
        }

        if (ReferenceEquals(slot.Reference, SlotKind.Boolean))
        {
            slot = Slot.Of(SlotKind.Int, slot.Bits);
            return true;
        }

        if (!TryGetNumber(slot, out var number))
        {
            return false;
        }

        slot = Slot.Of(number);
        return true;
    }

    /// <summary>The finite number that a double or a text is.</summary>
    internal static bool TryGetNumber(in Slot slot, out double number)
    {
        number = double.NaN;
        if (ReferenceEquals(slot.Reference, SlotKind.Float))
        {
            number = BitConverter.Int64BitsToDouble(slot.Bits);
        }
        else if (slot.Reference is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed))
        {
            number = parsed;
        }

        return double.IsFinite(number);
    }
}
