using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.5.1.4: "<em>Defined fragments must be used within a document</em>", by an operation in the end.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used"/>
internal sealed class NoUnusedFragments(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        if (!Context.HasFragments)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in Context.Operations)
        {
            foreach (var part in Context.PartsOf(operation))
            {
                used.UnionWith(part.Spreads);
            }
        }

        foreach (var fragment in node.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Report($"Fragment \"{fragment.Name}\" is never used.", fragment.Span);
            }
        }
    }
}
