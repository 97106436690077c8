using System.Collections.Immutable;
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
