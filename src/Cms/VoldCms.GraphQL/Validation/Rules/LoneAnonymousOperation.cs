using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.2.3.1: an operation without a name must be the only operation of its document.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation"/>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        if (Context.Operations.Count < 2)
        {
            return;
        }

        foreach (var operation in Context.Operations)
        {
            if (operation.Definition.Name is null)
            {
                Report("An operation without a name must be the only one.", operation.Definition.Span);
            }
        }
    }
}
