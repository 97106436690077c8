using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation.Rules;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Says whether a schema can be built from a document of type-system definitions and extensions: what can be seen in the text, before
/// there are types. What types must hold to is the business of the schema's own validation.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
internal static class SdlValidator
{
    /// <summary>Checks <paramref name="document"/>, which is to become a schema of its own.</summary>
    public static ImmutableArray<GraphQLError> Validate(DocumentNode document, GraphQLLimits limits, string? except = null)
    {
        var context = new ValidationContext(schema: null, document, limits);
        RuleSet.TypeSystem.Check(context, document, except);
        return context.CollectErrors();
    }
}
