using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.8.4: "<em>All variables defined by an operation must be used in that operation or a fragment transitively included</em>" by it.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variables-Used"/>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            if (!operation.Definition.VariableDefinitions.IsEmpty)
            {
                Check(operation);
            }
        }
    }

    private void Check(OperationUses operation)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Context.PartsOf(operation))
        {
            if (Context.Spend(part.Variables.Count))
            {
                used.UnionWith(part.Variables.Select(usage => usage.Node.Name.Value));
            }
        }

        foreach (var definition in operation.Definition.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
            {
                var where = operation.Definition.Name is { } known ? $" in operation \"{known}\"" : "";
                Report($"Variable \"${definition.Variable.Name}\" is never used{where}.", definition.Span);
            }
        }
    }
}
