using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.7.3: "<em>each non-repeatable directive</em>" stands at most once at a location. A type and its extensions are one location, and
/// so are the schema and its extensions.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context), IEnter<DirectiveNode>
{
    private Dictionary<(string? Owner, string Directive), DirectiveNode>? _onDefinitions;

    public void Enter(DirectiveNode node)
    {
        if (Context.FindDirective(node.Name.Value) is not { IsRepeatable: false })
        {
            return;
        }

        var first = Context.DirectiveOwner switch
        {
            TypeDefinitionNode type => FirstOn(type.Name.Value, node),
            SchemaDefinitionNode => FirstOn(null, node),
            _ => FirstHere(node),
        };
        if (first != node)
        {
            Report($"The directive \"@{node.Name}\" can only be used once at this location.", first.Span, node.Span);
        }
    }

    private DirectiveNode FirstOn(string? owner, DirectiveNode node)
    {
        _onDefinitions ??= [];
        _onDefinitions.TryAdd((owner, node.Name.Value), node);
        return _onDefinitions[(owner, node.Name.Value)];
    }

    private DirectiveNode FirstHere(DirectiveNode node)
    {
        foreach (var other in Context.DirectivesHere)
        {
            if (other.Name.Value == node.Name.Value)
            {
                return other;
            }
        }

        return node;
    }
}
