using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Help;

/// <summary>Reads the services that a help page names, as far as the reader needs them at once. Scoped.</summary>
internal sealed class ServiceReader(LocalizedItems items, IEnumerable<ItemPage> pages, Site site)
{
    // Without the module that shows services, their names lead nowhere.
    private readonly bool _havePages = pages.Any(page => page.ContentType == ContentTypes.Service);

    /// <summary>The services in the editor's order.</summary>
    public async Task<ImmutableArray<ServiceView>> ListAsync(IReadOnlyList<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var services = await items.ResolveAsync(ContentTypes.Service, ids, cancellationToken);
        var channels = await items.ResolveAsync(ContentTypes.Channel, [.. services.SelectMany(ChannelsOf).Distinct()], cancellationToken);
        var byId = channels.ToDictionary(channel => channel.ContentItemId);
        return [.. services.Select(service => Read(service, [.. ChannelsOf(service).Select(id => byId.GetValueOrDefault(id)).OfType<ContentItem>()]))];
    }

    private static IReadOnlyList<ContentItemId> ChannelsOf(ContentItem service) => service.Ids(ContentTypes.Service, "Channels");

    private ServiceView Read(ContentItem service, ImmutableArray<ContentItem> channels)
    {
        var phones = channels.Where(channel => Phone(channel) is not null).ToList();
        return new(
            service.DisplayText ?? "",
            _havePages ? site.FindHref(service) : null,
            service.Text(ContentTypes.Service, "Description"),
            site.FindOtherLanguage(service),
            [.. phones.Select(channel => new PhoneView(Phone(channel)!, Dialled(Phone(channel)!), channel.Text(ContentTypes.Channel, "HoursText")))],
            [.. channels.Select(ReadSite).OfType<ResourceView>()],
            [.. phones.Select(Verification).OfType<string>().Distinct()]);
    }

    private static string? Phone(ContentItem channel) => channel.Text(ContentTypes.Channel, "Phone");

    private static string Dialled(string number) => $"tel:{string.Concat(number.Where(sign => char.IsAsciiDigit(sign) || sign == '+'))}";

    private static ResourceView? ReadSite(ContentItem channel) =>
        channel.Link(ContentTypes.Channel, "Address") is { } link ? ResourceView.Create(channel.DisplayText ?? link.Text, link.Href, text: null) : null;

    private string? Verification(ContentItem channel)
    {
        if (channel.FindField(ContentTypes.Verification, "CheckedDate")?["Value"]?.ToString() is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return site.Texts["Checked {0}.", date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)];
        }

        return (channel.Text(ContentTypes.Verification, "Source"), channel.Text(ContentTypes.Verification, "SourceDateText")) switch
        {
            ({ } source, { } read) => site.Texts["From {0}, {1}. Not checked by the municipality.", source, read],
            ({ } source, null) => site.Texts["From {0}. Not checked by the municipality.", source],
            _ => null,
        };
    }
}
