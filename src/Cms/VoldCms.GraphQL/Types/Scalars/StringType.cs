using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Execution;
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

    /// <summary>Text as it is; numbers and booleans as they are written.</summary>
    internal override bool TryCompleteResult(ref Slot slot)
    {
        if (slot.Reference is string or byte[])
        {
            return true;
        }

        if (LeafCompletion.ToObject(slot) is not { } value || value is not (bool or int or long or double))
        {
            return false;
        }

        slot = new Slot
        {
            Reference = value is bool boolean ? (boolean ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return true;
    }
}
