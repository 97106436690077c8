using VoldCms.ContentApi.Resolving;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>A field that is a list cut to a page, and costs as much as the page may hold.</summary>
internal static class PagedField
{
    public static FieldDefinition Define(string kind, string name, GraphQLType type, FieldResolver resolver, params ReadOnlySpan<InputValueDefinition> more) => new(name, type.List())
    {
        Description = StockTexts.Find($"{kind}.{name}"),
        Arguments = [.. CoreTypes.Paging, .. more],
        ItemCostWeight = type is CompositeType ? Costs.NamedItem : 0,
        PageSize = Paging.SizeOf,
        Resolver = resolver,
    };
}
