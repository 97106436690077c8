using VoldCms.GraphQL.Introspection;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.5.1.2 Fragment Spread Type Existence, 5.8.2 and 3.3: every type that a document names exists, in the schema or, for type-system
/// definitions, in the document. A built-in scalar that the schema does not use exists for definitions only.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence"/>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context), IEnter<NamedTypeNode>
{
    private HashSet<string>? _defined;

    public void Enter(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (Context.FindType(name) is not null || Defined().Contains(name) || (Context.IsInTypeSystem && IsStandard(name)))
        {
            return;
        }

        Report($"Unknown type \"{name}\".{Suggestions.For(name, Context.TypeNames.Concat(Defined()))}", node.Span);
    }

    private HashSet<string> Defined() =>
        _defined ??= Context
            .Document.Definitions.OfType<TypeDefinitionNode>()
            .Where(definition => !definition.IsExtension)
            .Select(definition => definition.Name.Value)
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsStandard(string name) =>
        name is "Int" or "Float" or "String" or "Boolean" or "ID" || IntrospectionTypes.Find(name) is not null;
}
