using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Input coercion of literals: what an argument, a default value or a part of one means to resolvers. Lists become
/// <c>object?[]</c>, input objects dictionaries, enums what their value stands for, scalars what the scalar says.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
internal static class LiteralCoercion
{
    /// <summary>
    /// Coerces <paramref name="literal"/>; when it is none of <paramref name="type"/>, false and the node at fault. A variable without
    /// value is no value: false, unless it stands in a list (then null) or in an input object (then the field is not given).
    /// </summary>
    public static bool TryCoerce(ValueNode literal, GraphQLType type, VariableValues variables, out object? value, out SyntaxNode fault)
    {
        fault = literal;
        value = null;
        if (literal is VariableNode variable)
        {
            return variables.TryGet(variable.Name.Value, out value) && !(value is null && type is NonNullType);
        }

        if (literal is NullValueNode)
        {
            return type is not NonNullType;
        }

        switch (type.NullableType)
        {
            case ListType list:
                return TryCoerceList(literal, list, variables, out value, out fault);
            case InputObjectType input:
                return TryCoerceInputObject(literal, input, variables, out value, out fault);
            case EnumType @enum:
                value = literal is EnumValueNode name ? @enum.FindValue(name.Value)?.Value : null;
                return value is not null;
            case ScalarType scalar:
                return scalar.TryParseLiteral(VariableReplacement.Apply(literal, variables), out value);
            default:
                return false;
        }
    }

    /// <summary>What a default value means, coerced once. Schema validation has shown that it is of its type.</summary>
    public static object? DefaultValue(InputValueDefinition definition) =>
        (definition.CoercedDefault ??= new(CoerceDefault(definition))).Value;

    /// <summary>Whether any part of <paramref name="literal"/> is a variable.</summary>
    public static bool HasVariable(ValueNode literal) =>
        literal switch
        {
            VariableNode => true,
            ListValueNode list => list.Values.Any(HasVariable),
            ObjectValueNode fields => fields.Fields.Any(field => HasVariable(field.Value)),
            _ => false,
        };

    private static object? CoerceDefault(InputValueDefinition definition) =>
        definition.DefaultValue is { } literal && TryCoerce(literal, definition.Type, VariableValues.Empty, out var value, out _)
            ? value
            : throw new InvalidOperationException($"{definition.Name} has no valid default value.");

    /// <summary>A value that is no list is a list of one.</summary>
    private static bool TryCoerceList(ValueNode literal, ListType type, VariableValues variables, out object? value, out SyntaxNode fault)
    {
        value = null;
        fault = literal;
        if (literal is not ListValueNode list)
        {
            if (!TryCoerce(literal, type.OfType, variables, out var single, out fault))
            {
                return false;
            }

            value = new[] { single };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var isMissing = IsMissing(list.Values[i], variables) && type.OfType is not NonNullType;
            if (!isMissing && !TryCoerce(list.Values[i], type.OfType, variables, out items[i], out fault))
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryCoerceInputObject(
        ValueNode literal,
        InputObjectType type,
        VariableValues variables,
        out object? value,
        out SyntaxNode fault
    )
    {
        value = null;
        fault = literal;
        if (literal is not ObjectValueNode node)
        {
            return false;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var given in node.Fields)
        {
            fault = given;
            if (type.FindField(given.Name.Value) is not { } field)
            {
                return false;
            }

            if (IsMissing(given.Value, variables))
            {
                if (type.IsOneOf)
                {
                    return false;
                }

                continue;
            }

            if (!TryCoerce(given.Value, field.Type, variables, out var fieldValue, out fault))
            {
                return false;
            }

            values[field.Name] = fieldValue;
        }

        fault = literal;
        value = values;
        return TryFillIn(type, values);
    }

    /// <summary>
    /// Adds defaults; false when a required field is missing, or when not exactly one field of a <c>@oneOf</c> object is given.
    /// </summary>
    internal static bool TryFillIn(InputObjectType type, Dictionary<string, object?> values)
    {
        if (type.IsOneOf)
        {
            return values.Count == 1 && values.Values.First() is not null;
        }

        if (values.Count == type.Fields.Length)
        {
            return true;
        }

        foreach (var field in type.Fields)
        {
            if (values.ContainsKey(field.Name))
            {
                continue;
            }

            if (field.DefaultValue is not null)
            {
                values.Add(field.Name, DefaultValue(field));
            }
            else if (field.Type is NonNullType)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMissing(ValueNode value, VariableValues variables) =>
        value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);
}
