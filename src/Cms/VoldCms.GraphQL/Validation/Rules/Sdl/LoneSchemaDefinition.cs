using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules.Sdl;

/// <summary>3.3: "<em>A type system document must include at most one schema definition</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class LoneSchemaDefinition(ValidationContext context) : ValidationRule(context), IEnter<SchemaDefinitionNode>
{
    private bool _isDefined;

    public void Enter(SchemaDefinitionNode node)
    {
        if (node.IsExtension)
        {
            return;
        }

        if (_isDefined)
        {
            Report("There can be only one schema definition.", node.Span);
        }

        _isDefined = true;
    }
}
