using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.8.3: every variable that an operation uses, fragments followed, "<em>must be defined</em>" by that operation.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined"/>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            foreach (var part in Context.PartsOf(operation))
            {
                Check(operation, part);
            }
        }
    }

    private void Check(OperationUses operation, DefinitionUses part)
    {
        foreach (var usage in part.Variables)
        {
            var name = usage.Node.Name.Value;
            if (Context.Spend() && operation.FindVariable(name) is null)
            {
                var where = operation.Definition.Name is { } known ? $" by operation \"{known}\"" : "";
                Report($"Variable \"${name}\" is not defined{where}.", usage.Node.Span, operation.Definition.Span);
            }
        }
    }
}
