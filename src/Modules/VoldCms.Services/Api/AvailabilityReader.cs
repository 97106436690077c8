using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Api;

/// <summary>Reads what the availability of items hangs on: of services their channels, all at once, and each once a request. Scoped.</summary>
internal sealed class AvailabilityReader(ContentReader reader)
{
    private readonly Dictionary<ContentItemId, ContentItem?> _channels = [];

    /// <summary>One for each item, in their order; of channels, places and services. Channels that the principal may not see do not count.</summary>
    public async ValueTask<IReadOnlyList<Availability>> ListAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var missing = items.Where(IsService).SelectMany(ChannelsOf).Where(id => !_channels.ContainsKey(id)).Distinct().ToList();
        var found = await reader.ListByIdAsync(ContentTypes.Channel, missing, cancellationToken);
        foreach (var id in missing)
        {
            _channels[id] = found.GetValueOrDefault(id);
        }

        return [.. items.Select(Of)];
    }

    private Availability Of(ContentItem item) =>
        IsService(item) ? Availability.OfService([.. ChannelsOf(item).Select(id => _channels[id]).OfType<ContentItem>()])
        : item.ContentType.Equals(ContentTypes.Place, StringComparison.OrdinalIgnoreCase) ? Availability.OfHours(item.Text(ContentTypes.Place, "OpeningHours"))
        : Availability.OfChannel(item);

    private static bool IsService(ContentItem item) => item.ContentType.Equals(ContentTypes.Service, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<ContentItemId> ChannelsOf(ContentItem service) => service.Ids(ContentTypes.Service, "Channels");
}
