using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <seealso href="https://spec.graphql.org/September2025/#sec-Int"/>
internal sealed class IntType() : ScalarType("Int")
{
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
        if (literal is IntValueNode node
            && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
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
}
