using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using VoldCms.GraphQL.Validation.Rules;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Says whether a document may be executed against a schema: every rule of the specification's chapter 5, checked in one walk, and
/// then the limits on an operation's depth, fields and aliases. Stateless; safe from any thread. Work is bounded by
/// <see cref="GraphQLLimits.MaxValidationErrors"/> and <see cref="GraphQLLimits.MaxComparisons"/>, whatever the document.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public static class DocumentValidator
{
    /// <summary>
    /// Checks <paramref name="document"/>. An error's <see cref="GraphQLError.Rule"/> is the name of the rule, or of the limit.
    /// </summary>
    /// <returns>The errors; empty when the document is valid.</returns>
    public static ImmutableArray<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, GraphQLLimits limits) =>
        Validate(schema, document, limits, except: null, out _);

    /// <summary>As the other, and tells what it took; <paramref name="except"/> leaves out one rule, for tests of that rule.</summary>
    internal static ImmutableArray<GraphQLError> Validate(
        GraphQLSchema schema,
        DocumentNode document,
        GraphQLLimits limits,
        string? except,
        out ValidationWork work
    )
    {
        var context = new ValidationContext(schema, document, limits);
        RuleSet.Executable.Check(context, document, except);
        if (!context.HasErrors && except != nameof(Rules.NoFragmentCycles))
        {
            new OperationLimits(context, limits).Check();
        }

        work = context.Work;
        return context.CollectErrors();
    }
}
