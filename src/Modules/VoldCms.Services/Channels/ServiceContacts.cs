using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Channels;

/// <summary>How a service is reached, as far as the principal may know: a secret place is not there.</summary>
/// <param name="Channels">In the editor's order.</param>
/// <param name="Places">In the editor's order.</param>
internal sealed record ServiceContacts(ImmutableArray<ContentItem> Channels, ImmutableArray<ContentItem> Places);

/// <summary>Reads the channels and places of services, all at once, and each once a request. Scoped.</summary>
internal sealed class ServiceContactReader(ContentReader reader)
{
    private readonly Dictionary<ContentItemId, ContentItem?> _known = [];

    /// <summary>One for each service, in their order.</summary>
    public async ValueTask<IReadOnlyList<ServiceContacts>> ListAsync(
        IReadOnlyList<ContentItem> services,
        CancellationToken cancellationToken
    )
    {
        await LearnAsync(ServiceContentTypes.Channel, services.SelectMany(ChannelsOf), cancellationToken);
        await LearnAsync(ServiceContentTypes.Place, services.SelectMany(PlacesOf), cancellationToken);
        return [.. services.Select(service => new ServiceContacts(Pick(ChannelsOf(service)), Pick(PlacesOf(service))))];
    }

    private async ValueTask LearnAsync(string contentType, IEnumerable<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_known.ContainsKey(id)).Distinct().ToList();
        var found = await reader.ListByIdAsync(contentType, missing, cancellationToken);
        foreach (var id in missing)
        {
            _known[id] = found.GetValueOrDefault(id);
        }
    }

    private ImmutableArray<ContentItem> Pick(IEnumerable<ContentItemId> ids) => [.. ids.Select(id => _known[id]).OfType<ContentItem>()];

    private static IReadOnlyList<ContentItemId> ChannelsOf(ContentItem service) => service.Ids(ServiceContentTypes.Service, "Channels");

    private static IReadOnlyList<ContentItemId> PlacesOf(ContentItem service) => service.Ids(ServiceContentTypes.Service, "Places");
}
