using System.Collections.Immutable;
using VoldCms.GraphQL.Execution;

namespace VoldCms.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-The-__Field-Type"/>
public sealed class FieldDefinition(string name, GraphQLType type)
{
    /// <summary>What documents write.</summary>
    public string Name { get; } = name;

    /// <summary>An output type.</summary>
    public GraphQLType Type { get; } = type;

    /// <summary>In the order given; none unless set.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>What it is for, in Markdown; null when nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Why it should no longer be used; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>
    /// What resolves the field, for all parents of a level at once. Without it, parents that are JSON objects or dictionaries are asked
    /// for a member of the field's name.
    /// </summary>
    public FieldResolver? Resolver { get; init; }

    /// <summary>What one value of the field costs, without what is asked below it.</summary>
    /// <value>1 unless set.</value>
    public int CostWeight { get; init; } = 1;

    /// <summary>
    /// What each of the values that <see cref="PageSize"/> reckons with costs, before anything is asked of it: to fetch it.
    /// </summary>
    /// <value>0 unless set.</value>
    public int ItemCostWeight { get; init; }

    /// <summary>
    /// How many values the field may give for these arguments, for the cost of what is asked below it. Without it: of a list, what
    /// <see cref="CostRules"/> says; of anything else, one.
    /// </summary>
    public Func<ArgumentValues, int>? PageSize { get; init; }

    /// <summary>
    /// What the values are some of, for these arguments: a name that <see cref="GraphQLRequest.CountAsync"/> knows a number for, which the
    /// list cannot be longer than. Null, or a function that gives null, when nothing is known.
    /// </summary>
    public Func<ArgumentValues, string?>? SomeOf { get; init; }

    /// <summary>What a field of the introspection leads to from a parent; null of every other field.</summary>
    internal Introspection.IntrospectedValues? Introspected { get; init; }

    /// <summary>A field without arguments that is read from its parent.</summary>
    /// <param name="name">What documents write.</param>
    /// <param name="type">An output type.</param>
    /// <param name="description">What it is for, in Markdown; null when nothing is said.</param>
    /// <param name="read">
    /// Gives the value of a parent; called for one parent after another, and an exception is the error of that parent's field only.
    /// </param>
    public static FieldDefinition Of<TParent, TValue>(string name, GraphQLType type, string? description, Func<TParent, TValue> read) =>
        new(name, type) { Description = description, Resolver = Resolve.Value(read) };

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name) => Arguments.Find(name);
}
