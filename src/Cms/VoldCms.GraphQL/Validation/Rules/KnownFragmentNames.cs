using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.5.2.1: "<em>Named fragment spreads must refer to fragments defined within the document</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined"/>
internal sealed class KnownFragmentNames(ValidationContext context) : ValidationRule(context), IEnter<FragmentSpreadNode>
{
    public void Enter(FragmentSpreadNode node)
    {
        if (Context.FindFragment(node.Name.Value) is null)
        {
            Report($"Unknown fragment \"{node.Name}\".", node.Name.Span);
        }
    }
}
