using System.Text.Json;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Input coercion of one request's variables, bounded in depth and in number of values. The same values come of it as of
/// <see cref="LiteralCoercion"/>.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
internal sealed class JsonCoercion(GraphQLLimits limits)
{
    private int _values;

    /// <summary>The limit that the variables exceed; null while they are within all.</summary>
    public string? ExceededLimit { get; private set; }

    /// <summary>What the scalar at the fault expects; null when there is none, or when its name says it all.</summary>
    public string? Expected { get; private set; }

    /// <summary>Coerces <paramref name="input"/>; when it is none of <paramref name="type"/>, false and where in it the fault is.</summary>
    public bool TryCoerce(JsonElement input, GraphQLType type, int depth, out object? value, out string fault)
    {
        value = null;
        fault = "";
        Expected = null;
        if (!IsWithinLimits(depth))
        {
            return false;
        }

        if (input.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return type is not NonNullType;
        }

        switch (type.NullableType)
        {
            case ListType list:
                return TryCoerceList(input, list, depth, out value, out fault);
            case InputObjectType inputObject:
                return TryCoerceInputObject(input, inputObject, depth, out value, out fault);
            case EnumType @enum:
                value = input.ValueKind == JsonValueKind.String ? @enum.FindValue(input.GetString() ?? "")?.Value : null;
                return value is not null;
            case ScalarType scalar:
                Expected = scalar.Expected;
                return TryCount(input, depth) && scalar.TryParseValue(input, out value);
            default:
                return false;
        }
    }

    private bool TryCoerceList(JsonElement input, ListType type, int depth, out object? value, out string fault)
    {
        value = null;
        if (input.ValueKind != JsonValueKind.Array)
        {
            // A value that is no list is a list of one.
            var isCoerced = TryCoerce(input, type.OfType, depth + 1, out var single, out fault);
            value = isCoerced ? new[] { single } : null;
            return isCoerced;
        }

        fault = "";
        var items = new List<object?>();
        foreach (var item in input.EnumerateArray())
        {
            if (!TryCoerce(item, type.OfType, depth + 1, out var coerced, out fault))
            {
                fault = $"[{items.Count}]{fault}";
                return false;
            }

            items.Add(coerced);
        }

        value = items.ToArray();
        return true;
    }

    private bool TryCoerceInputObject(JsonElement input, InputObjectType type, int depth, out object? value, out string fault)
    {
        value = null;
        fault = "";
        if (input.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in input.EnumerateObject())
        {
            fault = $".{member.Name}";
            if (type.FindField(member.Name) is not { } field)
            {
                return false;
            }

            if (!TryCoerce(member.Value, field.Type, depth + 1, out var coerced, out var inner))
            {
                fault += inner;
                return false;
            }

            values[field.Name] = coerced;
        }

        fault = "";
        value = values;
        return LiteralCoercion.TryFillIn(type, values);
    }

    private bool IsWithinLimits(int depth)
    {
        ExceededLimit =
            ++_values > limits.MaxInputValues ? nameof(GraphQLLimits.MaxInputValues)
            : depth > limits.MaxInputDepth ? nameof(GraphQLLimits.MaxInputDepth)
            : ExceededLimit;
        return ExceededLimit is null;
    }

    /// <summary>What a custom scalar takes whole is counted all the same.</summary>
    private bool TryCount(JsonElement input, int depth)
    {
        if (input.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return true;
        }

        IEnumerable<JsonElement> parts =
            input.ValueKind == JsonValueKind.Array ? input.EnumerateArray() : input.EnumerateObject().Select(member => member.Value);
        foreach (var part in parts)
        {
            if (!IsWithinLimits(depth + 1) || !TryCount(part, depth + 1))
            {
                return false;
            }
        }

        return true;
    }
}
