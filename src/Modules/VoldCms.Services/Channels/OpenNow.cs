using NodaTime;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Services.Channels;

/// <summary>Whether somebody answers.</summary>
internal sealed class OpenNow(AvailabilityReader availability, TimeProvider clock) : IComputedField
{
    public static ComputedFieldDefinition Definition { get; } =
        new()
        {
            Name = "OpenNow",
            Targets = [ServiceContentTypes.Channel, ServiceContentTypes.Place, ServiceContentTypes.Service],
            Description =
                "Whether it is open at that moment; null when nobody knows. A service is open when one of its own channels or places is, "
                + "or when it says that it is open day and night; a number that is another's, who puts through, is not counted.",
            Parameters = [Parameter.At],
            Shape = ValueShape.Boolean,
        };

    public ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    ) => Moment.Of(values, clock).TellAsync(availability, items, static (each, at) => each.IsOpenAt(at), cancellationToken);
}

/// <summary>When it opens or closes next.</summary>
internal sealed class NextChange(AvailabilityReader availability, TimeProvider clock) : IComputedField
{
    public static ComputedFieldDefinition Definition { get; } =
        OpenNow.Definition with
        {
            Name = "NextChange",
            Description = "The first later moment at which openNow is another; null when there is none within 400 days.",
            Shape = ValueShape.DateTime,
        };

    public ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    ) =>
        Moment
            .Of(values, clock)
            .TellAsync(availability, items, static (each, at) => each.NextChange(at)?.ToDateTimeOffset(), cancellationToken);
}

/// <summary>The moment that is asked about.</summary>
/// <param name="At">The moment.</param>
/// <param name="IsNow">It moves on with the clock.</param>
internal readonly record struct Moment(Instant At, bool IsNow)
{
    // What schedules can tell of.
    private static readonly DateTimeOffset s_first = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_last = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Moment Of(ParameterValues values, TimeProvider clock)
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var at = asked ?? clock.GetUtcNow();
        return new(
            Instant.FromDateTimeOffset(
                at < s_first ? s_first
                : at > s_last ? s_last
                : at
            ),
            asked is null
        );
    }

    /// <summary>Tells something of each item at the moment.</summary>
    public async ValueTask<Result<Computed>> TellAsync(
        AvailabilityReader availability,
        IReadOnlyList<ContentItem> items,
        Func<Availability, Instant, object?> tell,
        CancellationToken cancellationToken
    )
    {
        var at = At;
        var all = await availability.ListAsync(items, cancellationToken);
        return new Computed([.. all.Select(each => tell(each, at))], ValidUntil(all));
    }

    /// <summary>Until when an answer about these holds; null when the clock has no say in it.</summary>
    public DateTimeOffset? ValidUntil(IReadOnlyList<Availability> all)
    {
        var at = At;
        return IsNow && all.Count > 0 ? all.Min(each => each.ValidUntil(at)).ToDateTimeOffset() : null;
    }
}
