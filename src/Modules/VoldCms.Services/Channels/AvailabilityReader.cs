using VoldCms.ContentManagement.Items;

namespace VoldCms.Services.Channels;

/// <summary>Reads what the availability of items hangs on. Scoped.</summary>
internal sealed class AvailabilityReader(ServiceContactReader contacts)
{
    /// <summary>
    /// One for each item, in their order; of channels, places and services. What the principal may not see does not count.
    /// </summary>
    public async ValueTask<IReadOnlyList<Availability>> ListAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var services = items.Where(item => Is(item, ServiceContentTypes.Service)).ToList();
        var reached = new Queue<ServiceContacts>(await contacts.ListAsync(services, cancellationToken));
        return
        [
            .. items.Select(item =>
                Is(item, ServiceContentTypes.Service) ? Availability.OfService(item, reached.Dequeue())
                : Is(item, ServiceContentTypes.Place) ? Availability.OfPlace(item)
                : Availability.OfChannel(item)
            ),
        ];
    }

    private static bool Is(ContentItem item, string contentType) =>
        item.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase);
}
