using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.Services.OpeningHours;

namespace VoldCms.Services.Channels;

/// <summary>
/// Whether a person may come or call at a moment. The one place that decides it: pages, the finder and the API ask here. Immutable.
/// </summary>
internal abstract class Availability
{
    // More changes of state than that without another answer have no end.
    private const int MaximumSteps = 64;

    /// <summary>Nobody knows at any time.</summary>
    public static Availability Unknown { get; } = new Constant(Readiness.Ask);

    private static Availability DayAndNight { get; } = new Constant(Readiness.DayAndNight);

    private static Availability Emergency { get; } = new Constant(Readiness.Emergency);

    /// <summary>By a text of hours; null or outside the syntax means that nobody knows.</summary>
    public static Availability OfHours(string? hours) =>
        hours is null ? Unknown : new Scheduled(OpeningSchedule.ParseOrUnknown(hours, out _));

    /// <summary>
    /// A channel's: an emergency number is answered day and night, and of e-mail and a website nobody says when they are read.
    /// </summary>
    public static Availability OfChannel(ContentItem channel) =>
        channel.Flag(ServiceContentTypes.Channel, "Emergency") ? Emergency
        : ChannelKinds.Of(channel) is ChannelKind.Email or ChannelKind.Web ? Unknown
        : OfHours(channel.Text(ServiceContentTypes.Channel, "OpeningHours"));

    /// <summary>A place's.</summary>
    public static Availability OfPlace(ContentItem place) => OfHours(place.Text(ServiceContentTypes.Place, "OpeningHours"));

    /// <summary>A service's: <see cref="Join"/> of its channels with its house.</summary>
    public static Availability OfService(ContentItem service, ServiceContacts contacts) =>
        new Joined(
            [.. contacts.Channels.Select(channel => (ChannelKinds.Of(channel), OfChannel(channel)))],
            OfHouse(service, contacts),
            IsShutAtTimes(service)
        );

    /// <summary>The service says that it is not open day and night.</summary>
    public static bool IsShutAtTimes(ContentItem service) => service.Choice(ServiceContentTypes.Service, "Open24Hours") == false;

    /// <summary>
    /// What is open of a service beside its channels: its places, and the service itself where it says that it is open day and night.
    /// </summary>
    public static ImmutableArray<Availability> OfHouse(ContentItem service, ServiceContacts contacts)
    {
        var places = contacts.Places.Select(OfPlace);
        return [.. service.Choice(ServiceContentTypes.Service, "Open24Hours") == true ? places.Append(DayAndNight) : places];
    }

    /// <summary>
    /// How near a service is: open when one of its channels or its house is, and else as its telephones are. An emergency number that is
    /// printed among its own says nothing of the service, unless there is nothing else; nor does a number that is answered day and night
    /// say so of a service that is not: it is somebody else's, who puts through.
    /// </summary>
    /// <param name="channels">Each channel's kind and how near it is.</param>
    /// <param name="house">How near what it has beside its channels is.</param>
    /// <param name="isShutAtTimes">See <see cref="IsShutAtTimes"/>.</param>
    public static Readiness Join(
        IReadOnlyCollection<(ChannelKind Kind, Readiness Readiness)> channels,
        IReadOnlyCollection<Readiness> house,
        bool isShutAtTimes
    )
    {
        var own = channels
            .Where(channel => channel.Readiness != Readiness.Emergency)
            .Select(channel =>
                isShutAtTimes && channel.Readiness == Readiness.DayAndNight ? channel with { Readiness = Readiness.Ask } : channel
            )
            .ToList();
        var open = own.Select(channel => channel.Readiness).Concat(house).Where(IsOpen).ToList();
        if (open.Count > 0)
        {
            return open.Min();
        }

        if (own.Count == 0)
        {
            return house.Count > 0 ? house.Min()
                : channels.Count == 0 ? Readiness.Ask
                : Readiness.Emergency;
        }

        var phones = own.Where(channel => channel.Kind == ChannelKind.Phone).ToList();
        return (phones.Count > 0 ? phones : own).Min(channel => channel.Readiness);
    }

    /// <summary>How near what has such hours is.</summary>
    public static Readiness ReadinessOf(OpeningPresentationKind told) =>
        told switch
        {
            OpeningPresentationKind.AlwaysOpen => Readiness.DayAndNight,
            OpeningPresentationKind.OpenUntil or OpeningPresentationKind.ClosesSoon => Readiness.Open,
            OpeningPresentationKind.Opens or OpeningPresentationKind.Closed => Readiness.Closed,
            _ => Readiness.Ask,
        };

    /// <summary>Somebody answers, or the door is open.</summary>
    public static bool IsOpen(Readiness readiness) => readiness is Readiness.Emergency or Readiness.DayAndNight or Readiness.Open;

    public abstract Readiness At(Instant instant);

    /// <summary>Null when nobody knows.</summary>
    public bool? IsOpenAt(Instant instant) =>
        At(instant) switch
        {
            Readiness.Ask => null,
            var readiness => IsOpen(readiness),
        };

    /// <summary>
    /// The first later moment at which <see cref="IsOpenAt"/> is another; null when there is none within
    /// <see cref="OpeningSchedule.HorizonDays"/>.
    /// </summary>
    public Instant? NextChange(Instant instant)
    {
        var readiness = At(instant);
        if (readiness is Readiness.Emergency or Readiness.DayAndNight)
        {
            return null;
        }

        var answer = IsOpenAt(instant);
        var at = instant;
        for (var step = 0; step < MaximumSteps && NextEvent(at) is { } next; step++)
        {
            if (IsOpenAt(next) != answer)
            {
                return next;
            }

            at = next;
        }

        return null;
    }

    /// <summary>Until when what is said at that moment certainly holds.</summary>
    public Instant ValidUntil(Instant instant)
    {
        var tomorrow = instant + Duration.FromDays(1);
        return NextEvent(instant) is { } next && next < tomorrow ? next : tomorrow;
    }

    /// <summary>The next moment at which the answer may be another; null when there is none within the horizon.</summary>
    protected abstract Instant? NextEvent(Instant instant);

    private sealed class Constant(Readiness answer) : Availability
    {
        public override Readiness At(Instant instant) => answer;

        protected override Instant? NextEvent(Instant instant) => null;
    }

    private sealed class Scheduled(OpeningSchedule schedule) : Availability
    {
        public override Readiness At(Instant instant) => ReadinessOf(schedule.PresentationAt(instant).Kind);

        protected override Instant? NextEvent(Instant instant) => schedule.NextChange(instant);
    }

    private sealed class Joined(
        ImmutableArray<(ChannelKind Kind, Availability Availability)> channels,
        ImmutableArray<Availability> house,
        bool isShutAtTimes
    ) : Availability
    {
        public override Readiness At(Instant instant) =>
            Join(
                [.. channels.Select(channel => (channel.Kind, channel.Availability.At(instant)))],
                [.. house.Select(each => each.At(instant))],
                isShutAtTimes
            );

        protected override Instant? NextEvent(Instant instant) =>
            channels.Select(channel => channel.Availability).Concat(house).Select(each => each.NextEvent(instant)).Min();
    }
}
