using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.4.1: "<em>Every argument provided to a field or directive must be defined in the set of possible arguments</em>" of it.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    public void Enter(FieldNode node)
    {
        if (Context.Field is not { } field)
        {
            return;
        }

        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (field.FindArgument(name) is null)
            {
                var nearest = Suggestions.For(name, field.Arguments.Select(known => known.Name));
                Report($"Unknown argument \"{name}\" on field \"{Context.ParentType}.{field.Name}\".{nearest}", argument.Span);
            }
        }
    }

    public void Enter(DirectiveNode node)
    {
        if (node.Arguments.IsEmpty || Context.FindDirective(node.Name.Value) is not { } directive)
        {
            return;
        }

        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (!directive.Arguments.Any(known => known.Name == name))
            {
                var nearest = Suggestions.For(name, directive.Arguments.Select(known => known.Name));
                Report($"Unknown argument \"{name}\" on directive \"@{node.Name}\".{nearest}", argument.Span);
            }
        }
    }
}
