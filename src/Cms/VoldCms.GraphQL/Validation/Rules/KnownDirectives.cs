using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.7.1 and 5.7.2: directives must be defined, and stand "<em>in locations that the server has declared support for</em>".
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined"/>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations"/>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    public void Enter(DirectiveNode node)
    {
        if (Context.FindDirective(node.Name.Value) is not { } directive)
        {
            Report($"Unknown directive \"@{node.Name}\".", node.Span);
        }
        else if (!directive.Locations.Contains(Context.DirectiveLocation))
        {
            Report($"Directive \"@{node.Name}\" may not be used on {Context.DirectiveLocation.ToName()}.", node.Span);
        }
    }
}
