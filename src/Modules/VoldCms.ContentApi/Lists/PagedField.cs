using VoldCms.ContentApi.Schema;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Lists;

/// <summary>A field that is a list cut to a page, and costs as much as the page may hold.</summary>
internal static class PagedField
{
    public static FieldDefinition Define(
        string kind,
        string name,
        GraphQLType type,
        FieldResolver resolver,
        params ReadOnlySpan<InputValueDefinition> more
    ) => Define(kind, name, type, resolver, someOf: null, more);

    /// <param name="kind">The kind of field that it belongs to.</param>
    /// <param name="name">Its own.</param>
    /// <param name="type">Of its values.</param>
    /// <param name="resolver">What gives them.</param>
    /// <param name="someOf">What the values are some of (<see cref="FieldDefinition.SomeOf"/>).</param>
    /// <param name="more">Arguments beside those of the page.</param>
    public static FieldDefinition Define(
        string kind,
        string name,
        GraphQLType type,
        FieldResolver resolver,
        Func<ArgumentValues, string?>? someOf,
        params ReadOnlySpan<InputValueDefinition> more
    ) =>
        new(name, type.List())
        {
            Description = StockTexts.Find($"{kind}.{name}"),
            Arguments = [.. CoreTypes.Paging, .. more],
            ItemCostWeight = type is CompositeType ? Costs.NamedItem : 0,
            PageSize = Paging.SizeOf,
            SomeOf = someOf,
            Resolver = resolver,
        };
}
