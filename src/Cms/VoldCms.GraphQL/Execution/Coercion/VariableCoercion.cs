using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>The variables of an operation, with their types, ready to coerce what requests bring. Immutable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceVariableValues()"/>
internal sealed class VariableCoercion
{
    private const string Code = "CoerceVariableValues";

    private readonly GraphQLSource _source;
    private readonly ImmutableArray<(VariableDefinitionNode Node, GraphQLType? Type)> _definitions;

    public VariableCoercion(GraphQLSchema schema, GraphQLSource source, OperationDefinitionNode operation)
    {
        _source = source;
        _definitions = [.. operation.VariableDefinitions.Select(node => (node, schema.FindType(node.Type)))];
    }

    /// <summary><c>CoerceVariableValues(schema, operation, variableValues)</c>; every variable that does not hold gives an error.</summary>
    public bool TryCoerce(
        JsonElement given,
        GraphQLLimits limits,
        [NotNullWhen(true)] out VariableValues? values,
        out ImmutableArray<GraphQLError> errors
    )
    {
        errors = [];
        values = VariableValues.Empty;
        if (_definitions.IsEmpty)
        {
            return true;
        }

        values = new VariableValues();
        var coercion = new JsonCoercion(limits);
        var found = ImmutableArray.CreateBuilder<GraphQLError>();
        foreach (var (node, type) in _definitions)
        {
            if (FindFault(node, type, given, values, coercion) is { } message)
            {
                found.Add(_source.ErrorAt(message, node.Span) with { Rule = coercion.ExceededLimit ?? Code });
                if (coercion.ExceededLimit is not null)
                {
                    break;
                }
            }
        }

        errors = found.ToImmutable();
        values = errors.IsEmpty ? values : null;
        return errors.IsEmpty;
    }

    private static string? FindFault(
        VariableDefinitionNode node,
        GraphQLType? type,
        JsonElement given,
        VariableValues values,
        JsonCoercion coercion
    )
    {
        var name = node.Variable.Name.Value;
        if (type is null || !type.IsInputType)
        {
            return $"Variable \"${name}\" is of type {node.Type}, which is no input type.";
        }

        if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var input))
        {
            if (!coercion.TryCoerce(input, type, 0, out var value, out var fault))
            {
                var expected = coercion.Expected is null ? "" : $": expected {coercion.Expected}";
                return coercion.ExceededLimit is null
                    ? $"Variable \"${name}\" is none of {type}{(fault.Length == 0 ? "" : $", at \"{fault.TrimStart('.')}\"")}{expected}."
                    : $"Variable \"${name}\" exceeds {coercion.ExceededLimit}.";
            }

            values.Add(name, value, input);
        }
        else if (node.DefaultValue is { } literal)
        {
            if (!LiteralCoercion.TryCoerce(literal, type, VariableValues.Empty, out var value, out _))
            {
                return $"The default value of variable \"${name}\" is none of {type}.";
            }

            values.Add(name, value, literal);
        }
        else if (type is NonNullType)
        {
            return $"Variable \"${name}\" of type {type} is required.";
        }

        return null;
    }
}
