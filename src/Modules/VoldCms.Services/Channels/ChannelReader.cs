using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Links;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Services.Channels;

/// <summary>Makes channels and places into what pages show of them, as they stand at the present moment. Scoped.</summary>
internal sealed class ChannelReader(Site site, PageCachePolicy page, TimeProvider clock)
{
    private const string Channel = ServiceContentTypes.Channel;
    private const string Place = ServiceContentTypes.Place;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>
    /// A service's channels: open ones first, what costs money after what is not known to, and what nobody answers at once last; else as
    /// the editor has ordered them.
    /// </summary>
    public ImmutableArray<ChannelView> ReadChannels(ServiceContacts contacts) =>
        [
            .. contacts
                .Channels.OrderBy(channel => ChannelKinds.Of(channel) is ChannelKind.Email or ChannelKind.Web)
                .ThenBy(channel => Availability.OfChannel(channel).At(Now) == Readiness.Closed)
                .ThenBy(channel => channel.Choice(Channel, "Free") == false)
                .ThenBy(channel => Availability.OfChannel(channel).At(Now))
                .Select(Read),
        ];

    /// <summary>A place.</summary>
    public PlaceView ReadPlace(ContentItem item)
    {
        var town = string.Join(' ', new[] { item.Text(Place, "PostalCode"), item.Text(Place, "City") }.OfType<string>());
        var address = string.Join(", ", new[] { item.Text(Place, "StreetAddress"), town }.Where(part => !string.IsNullOrEmpty(part)));
        return new(
            item.DisplayText ?? "",
            address.Length > 0 ? address : null,
            item.Text(Place, "Access"),
            item.Text(Place, "HoursText"),
            item.Text(Place, "OpeningHours") is { } hours ? OpeningOf(hours, null, canBeRung: false) : null,
            Verification.Of(item, site.Texts)
        );
    }

    /// <summary>How near what a service has beside its channels is.</summary>
    public ImmutableArray<Readiness> ReadHouse(ContentItem service, ServiceContacts contacts) =>
        [.. Availability.OfHouse(service, contacts).Select(each => each.At(Now))];

    /// <summary>What is open of a service though no channel is known to be; null where a channel is, or nothing.</summary>
    public OpeningView? FindHouseOpening(ContentItem service, ServiceContacts contacts)
    {
        if (contacts.Channels.Any(channel => Availability.OfChannel(channel).At(Now) is Readiness.DayAndNight or Readiness.Open))
        {
            return null;
        }

        var canBeRung = contacts.Channels.Any(channel =>
            ChannelKinds.Of(channel) == ChannelKind.Phone && !channel.Flag(Channel, "Emergency")
        );
        var open = contacts
            .Places.Select(place => place.Text(Place, "OpeningHours"))
            .OfType<string>()
            .Select(hours => LimitPage(OpeningLabels.OfHouse(hours, Now, canBeRung, site.Texts)))
            .Where(opening => Availability.IsOpen(opening.Readiness))
            .MinBy(opening => opening.Readiness);
        return open ?? (service.Choice(ServiceContentTypes.Service, "Open24Hours") == true ? OpeningLabels.Always(site.Texts) : null);
    }

    private ChannelView Read(ContentItem item)
    {
        var kind = ChannelKinds.Of(item);
        var isEmergency = item.Flag(Channel, "Emergency");
        var (text, href, isOutside) = AddressOf(item, kind);
        var hoursText = item.Text(Channel, "HoursText");
        var opening =
            isEmergency || kind is ChannelKind.Email or ChannelKind.Web
                ? null
                : OpeningOf(item.Text(Channel, "OpeningHours"), hoursText, kind == ChannelKind.Phone);
        return new()
        {
            Kind = kind,
            Text = text,
            Href = href,
            IsOutside = isOutside,
            Readiness = Availability.OfChannel(item).At(Now),
            Opening = opening,
            HoursText = opening is { IsSourceText: true } ? null : hoursText,
            Note = item.Text(Channel, "Note"),
            Assurances = ReadAssurances(item),
            Verification = isEmergency ? null : Verification.Of(item, site.Texts),
        };
    }

    private OpeningView OpeningOf(string? hours, string? printed, bool canBeRung) =>
        LimitPage(OpeningLabels.Of(hours, printed, Now, canBeRung, site.Texts));

    // The page says so until the hours say something else.
    private OpeningView LimitPage(OpeningView opening)
    {
        if (opening.ValidUntil < Instant.MaxValue)
        {
            page.LimitTo(opening.ValidUntil.ToDateTimeOffset());
        }

        return opening;
    }

    private ImmutableArray<Wording> ReadAssurances(ContentItem item)
    {
        var known = new[]
        {
            item.Choice(Channel, "Free") switch
            {
                true => site.Texts["Free of charge"],
                false => site.Texts["Costs money"],
                _ => null,
            },
            item.Choice(Channel, "Anonymous") switch
            {
                true => site.Texts["You can be anonymous"],
                false => site.Texts["You cannot be anonymous"],
                _ => null,
            },
        };
        return [.. known.OfType<Wording>()];
    }

    private static (string Text, string? Href, bool IsOutside) AddressOf(ContentItem item, ChannelKind kind)
    {
        var name = item.DisplayText ?? "";
        if (kind is ChannelKind.Phone or ChannelKind.Sms && item.Text(Channel, "Phone") is { } phone)
        {
            var scheme = kind == ChannelKind.Sms ? "sms" : "tel";
            return (phone, PhoneNumber.Normalise(phone) is { } number ? $"{scheme}:{number}" : null, false);
        }

        if (kind == ChannelKind.Email && item.Text(Channel, "Email") is { } email)
        {
            return (email, LinkAddress.Read($"mailto:{email}")?.Href, false);
        }

        return item.Link(Channel, "Address") is { Domain: { } domain } link ? (domain, link.Href, true) : (name, null, false);
    }
}
