using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// What <c>@skip</c> and <c>@include</c> say for one setting of the variables they ask: a bit a variable. An operation has as many plans
/// as settings that occur.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--skip"/>
internal readonly struct ConditionFlags(ImmutableArray<string> variables, ulong values)
{
    /// <summary>Whether a selection with these directives is asked for.</summary>
    public bool IsIncluded(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if ((directive.Name.Value == "skip" && If(directive)) || (directive.Name.Value == "include" && !If(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool If(DirectiveNode directive)
    {
        foreach (var argument in directive.Arguments)
        {
            switch (argument.Value)
            {
                case BooleanValueNode literal:
                    return literal.Value;
                case VariableNode variable:
                    var index = variables.IndexOf(variable.Name.Value);
                    return index >= 0 && (values >> index & 1) != 0;
            }
        }

        return false;
    }
}

/// <summary>Finds the variables that decide about selections, and reads their setting from a request.</summary>
internal sealed class ConditionVariables : SyntaxWalker
{
    /// <summary>One operation may ask this many; it is the number of bits at hand.</summary>
    public const int Max = 64;

    private readonly List<VariableNode> _variables = [];

    private ConditionVariables()
    {
    }

    /// <summary>The variables in <c>@skip</c> and <c>@include</c> of a document, each once.</summary>
    public static ImmutableArray<VariableNode> Find(DocumentNode document)
    {
        var walker = new ConditionVariables();
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
            {
                walker.Walk(executable.SelectionSet);
            }
        }

        return [.. walker._variables.DistinctBy(variable => variable.Name.Value)];
    }

    /// <summary>The setting that a request's variables give, as bits; null and the error when one of them is null.</summary>
    public static ulong? Read(ImmutableArray<VariableNode> variables, VariableValues values, GraphQLSource source, out GraphQLError? error)
    {
        error = null;
        var flags = 0ul;
        for (var i = 0; i < variables.Length; i++)
        {
            if (values.TryGet(variables[i].Name.Value, out var value) && value is not bool)
            {
                error = GraphQLError.At(source, $"Variable \"${variables[i].Name}\" decides about a selection and cannot be null.", variables[i].Span);
                return null;
            }

            flags |= value is true ? 1ul << i : 0;
        }

        return flags;
    }

    protected override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name.Value: "skip" or "include" } directive)
        {
            _variables.AddRange(directive.Arguments.Select(argument => argument.Value).OfType<VariableNode>());
        }

        return node is SelectionSetNode or SelectionNode;
    }
}
