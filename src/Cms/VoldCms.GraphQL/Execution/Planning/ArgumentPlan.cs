using System.Diagnostics.CodeAnalysis;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>The arguments of a field: coerced once when no variable is among them, else for each request.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
internal sealed class ArgumentPlan
{
    private const string Code = "CoerceArgumentValues";

    private readonly FieldDefinition _definition;
    private readonly FieldNode _node;
    private readonly ArgumentValues? _constant;

    public ArgumentPlan(FieldDefinition definition, FieldNode node)
    {
        _definition = definition;
        _node = node;
        if (definition.Arguments.IsEmpty)
        {
            _constant = ArgumentValues.None;
        }
        else if (
            !node.Arguments.Any(argument => LiteralCoercion.HasVariable(argument.Value))
            && TryCoerce(VariableValues.Empty, out var values, out _)
        )
        {
            _constant = values;
        }
    }

    /// <summary><c>CoerceArgumentValues(objectType, field, variableValues)</c></summary>
    public bool TryCoerce(
        VariableValues variables,
        [NotNullWhen(true)] out ArgumentValues? values,
        [NotNullWhen(false)] out FieldError? error
    )
    {
        error = null;
        values = _constant;
        return values is not null || TryCoerceEach(variables, out values, out error);
    }

    private bool TryCoerceEach(
        VariableValues variables,
        [NotNullWhen(true)] out ArgumentValues? values,
        [NotNullWhen(false)] out FieldError? error
    )
    {
        error = null;
        values = null;
        var given = new object?[_definition.Arguments.Length];
        var isGiven = new bool[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var argument = _definition.Arguments[i];
            var literal = FindLiteral(argument.Name);
            if (literal is null || (literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _)))
            {
                if (argument.DefaultValue is not null)
                {
                    given[i] = LiteralCoercion.DefaultValue(argument);
                    isGiven[i] = true;
                }
                else if (argument.Type is NonNullType)
                {
                    error = new FieldError($"Argument \"{argument.Name}\" of type {argument.Type} is required.")
                    {
                        Rule = Code,
                        Span = (literal ?? (SyntaxNode)_node).Span,
                    };
                    return false;
                }

                continue;
            }

            isGiven[i] = true;
            if (!LiteralCoercion.TryCoerce(literal, argument.Type, variables, out given[i], out var fault))
            {
                error = new FieldError($"Argument \"{argument.Name}\" is none of {argument.Type}: {fault}.")
                {
                    Rule = Code,
                    Span = fault.Span,
                };
                return false;
            }
        }

        values = new ArgumentValues(_definition.Arguments, given, isGiven);
        return true;
    }

    private ValueNode? FindLiteral(string name)
    {
        foreach (var argument in _node.Arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
