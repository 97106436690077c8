using System.Collections.Immutable;
using NodaTime;
using VoldCms.ContentManagement.Items;
using VoldCms.Presentation.Items;
using VoldCms.Services.OpeningHours;

namespace VoldCms.Services.Api;

/// <summary>Whether somebody answers at a moment: yes, no, or nobody knows. Immutable.</summary>
internal abstract class Availability
{
    // More changes of state than that without another answer have no end.
    private const int MaximumSteps = 64;

    /// <summary>Nobody knows at any time.</summary>
    public static Availability Unknown { get; } = new Constant(null);

    /// <summary>Day and night.</summary>
    public static Availability Always { get; } = new Constant(true);

    /// <summary>By a text of hours; null or outside the syntax means that nobody knows.</summary>
    public static Availability OfHours(string? hours) => hours is null ? Unknown : new Scheduled(OpeningSchedule.ParseOrUnknown(hours, out _));

    /// <summary>
    /// A channel's: an emergency number is answered day and night, and of e-mail and a website nobody says when they are read.
    /// </summary>
    public static Availability OfChannel(ContentItem channel) =>
        channel.Flag(ContentTypes.Channel, "Emergency") ? Always
        : channel.Text(ContentTypes.Channel, "Kind") is "email" or "web" ? Unknown
        : OfHours(channel.Text(ContentTypes.Channel, "OpeningHours"));

    /// <summary>
    /// A service's: open when one of its channels is, and else as its telephones are. An emergency number that is printed among
    /// its own says nothing of the service, unless there is nothing else.
    /// </summary>
    public static Availability OfService(IReadOnlyCollection<ContentItem> channels)
    {
        var own = channels.Where(channel => !channel.Flag(ContentTypes.Channel, "Emergency")).ToList();
        if (own.Count == 0)
        {
            return channels.Count == 0 ? Unknown : Always;
        }

        var phones = own.Where(channel => channel.Text(ContentTypes.Channel, "Kind") is null or "phone").ToList();
        return new Joined([.. own.Select(OfChannel)], [.. (phones.Count > 0 ? phones : own).Select(OfChannel)]);
    }

    /// <summary>Null when nobody knows.</summary>
    public abstract bool? At(Instant instant);

    /// <summary>The first later moment at which another answer is given; null when there is none within <see cref="OpeningSchedule.HorizonDays"/>.</summary>
    public Instant? NextChange(Instant instant)
    {
        var answer = At(instant);
        var at = instant;
        for (var step = 0; step < MaximumSteps && NextEvent(at) is { } next; step++)
        {
            if (At(next) != answer)
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

    private sealed class Constant(bool? answer) : Availability
    {
        public override bool? At(Instant instant) => answer;

        protected override Instant? NextEvent(Instant instant) => null;
    }

    private sealed class Scheduled(OpeningSchedule schedule) : Availability
    {
        public override bool? At(Instant instant) => schedule.PresentationAt(instant).Kind switch
        {
            OpeningPresentationKind.AlwaysOpen or OpeningPresentationKind.OpenUntil or OpeningPresentationKind.ClosesSoon => true,
            OpeningPresentationKind.Opens or OpeningPresentationKind.Closed => false,
            _ => null,
        };

        protected override Instant? NextEvent(Instant instant) => schedule.NextChange(instant);
    }

    private sealed class Joined(ImmutableArray<Availability> all, ImmutableArray<Availability> telling) : Availability
    {
        public override bool? At(Instant instant)
        {
            if (all.Any(each => each.At(instant) == true))
            {
                return true;
            }

            return telling.All(each => each.At(instant) == false) ? false : null;
        }

        protected override Instant? NextEvent(Instant instant) => all.Select(each => each.NextEvent(instant)).Min();
    }
}
