using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Lists;

/// <summary>
/// The root list of a type whose items lie in others alone: on Orchard Core it is always empty; here it gives what lies in the items that
/// the principal may see, however deep. One instance a list, immutable.
/// </summary>
internal sealed class ContainedRootList
{
    private readonly ItemShape _shape;
    private readonly ContentApiOptions _options;
    private readonly IReadOnlyList<ItemShape> _holders;

    /// <param name="shape">The type.</param>
    /// <param name="shapes">Every type that the schema shows.</param>
    /// <param name="options">How much at once.</param>
    public ContainedRootList(ItemShape shape, IReadOnlyList<ItemShape> shapes, ContentApiOptions options)
    {
        _shape = shape;
        _options = options;
        _holders = HoldersOf(shape, shapes);
    }

    /// <summary>Reads the page that the arguments ask for: in the editor's order, the newest item's first, without an order.</summary>
    /// <exception cref="GraphQLException">An argument does not hold, or too many items would have to be looked through.</exception>
    public async ValueTask<IReadOnlyList<ItemNode>> ReadAsync(FieldBatch batch, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Of(batch);
        var paging = Paging.Of(batch.Arguments, _options);
        var asked = ListArguments.QueryOf(_shape, batch, _options);
        ImmutableArray<string> types = [.. _holders.Where(holder => holder.StandsAlone).Select(holder => holder.Type.Name)];
        if (types.IsEmpty)
        {
            return [];
        }

        var limit = _options.MaxItemsPerLevel;
        var page = await request.ListAsync(
            new()
            {
                ContentTypes = types,
                State = asked.State,
                Take = limit + 1,
            },
            cancellationToken
        );
        if (page.Items.Count > limit)
        {
            throw ItemLoader.TooMany(limit);
        }

        var lying = page.Items.SelectMany(Within).ToList();
        return paging.Cut(request.ToNodes(await request.SelectAsync(lying, asked.Filter, asked.Order, cancellationToken)));
    }

    private static IReadOnlyList<ItemShape> HoldersOf(ItemShape shape, IReadOnlyList<ItemShape> shapes)
    {
        var holders = new List<ItemShape>();
        var sought = new HashSet<string>([shape.Type.Name], StringComparer.OrdinalIgnoreCase);
        for (var before = -1; before < holders.Count; )
        {
            before = holders.Count;
            foreach (var holder in shapes.Except(holders).Where(other => MayHold(other, sought)).ToList())
            {
                holders.Add(holder);
                sought.Add(holder.Type.Name);
            }
        }

        return holders;
    }

    private static bool MayHold(ItemShape shape, HashSet<string> types) =>
        shape.Type.Parts.Any(part =>
            part.Definition.Settings.Get<BagPartSettings>().ContainedContentTypes.Any(types.Contains)
            || part.Definition.Settings.Get<FlowPartSettings>().ContainedContentTypes.Any(types.Contains)
        );

    private IEnumerable<ContentItem> Within(ContentItem item)
    {
        var holder = _holders.FirstOrDefault(known => string.Equals(known.Type.Name, item.ContentType, StringComparison.OrdinalIgnoreCase));
        var inside =
            from part in holder?.Type.Parts ?? []
            from property in part.Contained
            from json in (item.FindPart(part.Name)?[property.Name] as JsonArray)?.OfType<JsonObject>() ?? []
            select ContentItemJson.ReadContained(json);
        return inside
            .OfType<ContentItem>()
            .SelectMany(each =>
                string.Equals(each.ContentType, _shape.Type.Name, StringComparison.OrdinalIgnoreCase)
                    ? Within(each).Prepend(each)
                    : Within(each)
            );
    }
}
