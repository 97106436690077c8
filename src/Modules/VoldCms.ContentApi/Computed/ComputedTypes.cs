using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Computed;

/// <summary>What the modules compute, as fields of content types and of the query type. One instance a schema.</summary>
internal sealed class ComputedTypes(
    ComputationCatalog catalog,
    ContentApiOptions options,
    IReadOnlyList<ItemShape> shapes,
    Func<string, string> takeName
)
{
    private readonly Dictionary<string, ObjectType> _objects = new(StringComparer.Ordinal);

    /// <summary>The computed fields of a content type.</summary>
    public IEnumerable<FieldDefinition> FieldsOf(ItemShape shape) =>
        from field in catalog.FieldsOf(shape.Type)
        let type = FindType(field.Shape)
        where type is not null
        select new FieldDefinition(ApiNames.Camel(field.Name), type)
        {
            Description = field.Description,
            Arguments = ParameterTypes.Arguments(field.Parameters),
            CostWeight = Costs.Computed,
            Resolver = async (batch, cancellationToken) =>
            {
                var request = ApiRequest.Of(batch);
                ContentItem[] items = [.. batch.Parents.ToArray().Select(parent => ((ItemNode)parent!).Item)];
                var values = await request.ComputeAsync(
                    field,
                    items,
                    ParameterTypes.Read(field.Parameters, batch.Arguments),
                    cancellationToken
                );
                for (var row = 0; row < batch.Count; row++)
                {
                    batch.Set(row, ToResult(request, field.Shape, values[row], culture: null));
                }
            },
        };

    /// <summary>The named queries, as root fields.</summary>
    public IEnumerable<FieldDefinition> Queries(ContentManagement.Kinds.ContentModel model) =>
        from query in catalog.QueriesOf(model)
        let type = FindType(query.Shape)
        where type is not null
        select new FieldDefinition(ApiNames.Camel(query.Name), type)
        {
            Description = query.Description,
            Arguments = query.Shape is ValueShape.Items or ValueShape.ListOf
                ? [.. ParameterTypes.Arguments(query.Parameters), .. Page()]
                : ParameterTypes.Arguments(query.Parameters),
            CostWeight = Costs.NamedQuery,
            ItemCostWeight = query.Shape is ValueShape.Items ? Costs.NamedItem : 0,
            PageSize = query.Shape is ValueShape.Items or ValueShape.ListOf ? Paging.SizeOf : null,
            SomeOf = query.Shape is ValueShape.Items items ? _ => items.ContentType : null,
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var request = ApiRequest.Of(batch);
                    var answer = await request.RunAsync(query, ParameterTypes.Read(query.Parameters, batch.Arguments), cancellationToken);
                    var result = ToResult(request, query.Shape, answer.Value, answer.Culture);
                    return result is IReadOnlyList<object?> list ? Paging.Of(batch.Arguments, options).Cut(list) : result;
                }
            ),
        };

    /// <summary>Null when it holds items of a type that the schema does not show.</summary>
    private GraphQLType? FindType(ValueShape shape) =>
        shape switch
        {
            ValueShape.Scalar scalar => ParameterTypes.ScalarOf(scalar.Kind),
            ValueShape.ListOf list => FindType(list.Element)?.List(),
            ValueShape.Items items => shapes
                .FirstOrDefault(known => string.Equals(known.Type.Name, items.ContentType, StringComparison.OrdinalIgnoreCase))
                ?.ObjectType.List(),
            ValueShape.ObjectOf known => ObjectOf(known),
            _ => throw new System.Diagnostics.UnreachableException(shape.GetType().Name),
        };

    private ObjectType ObjectOf(ValueShape.ObjectOf shape)
    {
        if (!_objects.TryGetValue(shape.Name, out var known))
        {
            var members = shape.Members.Select(member => (member, Type: FindType(member.Shape))).ToList();
            known = new ObjectType(
                takeName(shape.Name),
                () => from entry in members where entry.Type is not null select Member(entry.member, entry.Type)
            )
            {
                Description = shape.Description,
            };
            _objects.Add(shape.Name, known);
        }

        return known;
    }

    private static FieldDefinition Member(ShapeMember member, GraphQLType type) =>
        new(ApiNames.Camel(member.Name), type)
        {
            Description = member.Description,
            Resolver = (batch, _) =>
            {
                var request = ApiRequest.Of(batch);
                for (var row = 0; row < batch.Count; row++)
                {
                    batch.Set(row, ToResult(request, member.Shape, member.Read(batch.GetParent<object>(row)), culture: null));
                }

                return default;
            },
        };

    private static object? ToResult(ApiRequest request, ValueShape shape, object? value, string? culture) =>
        (shape, value) switch
        {
            (_, null) => null,
            (ValueShape.Scalar { Kind: ScalarKind.DateTime }, DateTimeOffset at) => ContentItemJson.WriteInstant(at),
            (ValueShape.Items, IEnumerable<ContentItem> items) => request.ToNodes(items, culture),
            (ValueShape.ListOf list, IEnumerable<object?> elements) => elements
                .Select(element => ToResult(request, list.Element, element, culture))
                .ToArray(),
            _ => value,
        };

    private static IEnumerable<InputValueDefinition> Page() => CoreTypes.Paging.Where(argument => argument.Name != "last");
}
