using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Links;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Channels;

/// <summary>Reads channels and places for pages, as they stand at the present moment. Scoped.</summary>
internal sealed class ChannelReader(ContentReader reader, Site site, PageCachePolicy page, TimeProvider clock)
{
    private const string Channel = ContentTypes.Channel;
    private const string Place = ContentTypes.Place;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The channels with these ids.</summary>
    public async ValueTask<IReadOnlyDictionary<ContentItemId, ChannelView>> ListAsync(
        IEnumerable<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var now = Now;
        var items = await reader.ListByIdAsync(Channel, ids, cancellationToken);
        return items.ToDictionary(item => item.Key, item => Read(item.Value, now));
    }

    /// <summary>The places with these ids that the visitor may know of.</summary>
    public async ValueTask<ImmutableArray<PlaceView>> ListPlacesAsync(IReadOnlyList<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var now = Now;
        return [.. (await reader.ListByIdAsync(Place, ids, cancellationToken)).Pick(ids).Select(place => ReadPlace(place, now))];
    }

    /// <summary>Open ones first and what nobody answers at once last; else as the editor has ordered them.</summary>
    public static ImmutableArray<ChannelView> Order(IEnumerable<ChannelView> channels) =>
        [.. channels.OrderBy(channel => channel.Kind is ChannelKind.Email or ChannelKind.Web).ThenBy(channel => channel.Readiness)];

    private ChannelView Read(ContentItem item, Instant now)
    {
        var kind = KindOf(item);
        var isEmergency = item.Flag(Channel, "Emergency");
        var (text, href, isOutside) = AddressOf(item, kind);
        var opening = isEmergency || kind is ChannelKind.Email or ChannelKind.Web
            ? null
            : OpeningOf(item.Text(Channel, "OpeningHours"), now, kind == ChannelKind.Phone);
        return new()
        {
            Kind = kind,
            Text = text,
            Href = href,
            IsOutside = isOutside,
            Readiness = isEmergency ? Readiness.Emergency : opening?.Readiness ?? Readiness.Ask,
            Opening = opening,
            HoursText = item.Text(Channel, "HoursText"),
            Note = item.Text(Channel, "Note"),
            Assurances = ReadAssurances(item),
            Verification = isEmergency ? null : Verification.Of(item, site.Texts),
        };
    }

    // The page says so until the hours say something else.
    private OpeningView OpeningOf(string? hours, Instant now, bool canBeRung)
    {
        var opening = OpeningLabels.Of(hours, now, canBeRung, site.Texts);
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
            item.Choice(Channel, "Free") switch { true => site.Texts["Free of charge"], false => site.Texts["Costs money"], _ => null },
            item.Choice(Channel, "Anonymous") switch { true => site.Texts["You can be anonymous"], false => site.Texts["You cannot be anonymous"], _ => null },
        };
        return [.. known.OfType<Wording>()];
    }

    private PlaceView ReadPlace(ContentItem item, Instant now)
    {
        var town = string.Join(' ', new[] { item.Text(Place, "PostalCode"), item.Text(Place, "City") }.OfType<string>());
        var address = string.Join(", ", new[] { item.Text(Place, "StreetAddress"), town }.Where(part => !string.IsNullOrEmpty(part)));
        return new(
            item.DisplayText ?? "",
            address.Length > 0 ? address : null,
            item.Text(Place, "Access"),
            item.Text(Place, "HoursText"),
            item.Text(Place, "OpeningHours") is { } hours ? OpeningOf(hours, now, canBeRung: false) : null,
            Verification.Of(item, site.Texts));
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

        return item.Link(Channel, "Address") is { Domain: { } domain } link
            ? (domain, link.Href, true)
            : (name, null, false);
    }

    private static ChannelKind KindOf(ContentItem item) => item.Text(Channel, "Kind") switch
    {
        "sms" => ChannelKind.Sms,
        "chat" => ChannelKind.Chat,
        "email" => ChannelKind.Email,
        "web" => ChannelKind.Web,
        "visit" => ChannelKind.Visit,
        _ => ChannelKind.Phone,
    };
}
