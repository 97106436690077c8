using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.4.3 Required Arguments: an argument that is non-null and has no default must be given, on fields and directives.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
internal sealed class ProvidedRequiredArguments(ValidationContext context)
    : ValidationRule(context),
        IEnter<FieldNode>,
        IEnter<DirectiveNode>
{
    public void Enter(FieldNode node)
    {
        if (Context.Field is not { } field)
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !IsGiven(node.Arguments, argument.Name))
            {
                Report($"Field \"{node.Name}\" needs its argument \"{argument.Name}\" of type \"{argument.Type}\".", node.Span);
            }
        }
    }

    public void Enter(DirectiveNode node)
    {
        foreach (var (name, type, isRequired) in Context.FindDirective(node.Name.Value)?.Arguments ?? [])
        {
            if (isRequired && !IsGiven(node.Arguments, name))
            {
                Report($"Directive \"@{node.Name}\" needs its argument \"{name}\" of type \"{type}\".", node.Span);
            }
        }
    }

    private static bool IsGiven(ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                return true;
            }
        }

        return false;
    }
}
