using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>Finds the variables that decide about selections, and reads their setting from a request.</summary>
internal sealed class ConditionVariables : SyntaxWalker
{
    /// <summary>One operation may ask this many; it is the number of bits at hand.</summary>
    public const int Max = 64;

    private readonly List<VariableNode> _variables = [];

    private ConditionVariables() { }

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

    /// <summary>The setting that a request's variables give, as bits. What is null or not given is not true.</summary>
    public static ulong Read(ImmutableArray<string> variables, VariableValues values)
    {
        var flags = 0ul;
        for (var i = 0; i < variables.Length; i++)
        {
            flags |= values.TryGet(variables[i], out var value) && value is true ? 1ul << i : 0;
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
