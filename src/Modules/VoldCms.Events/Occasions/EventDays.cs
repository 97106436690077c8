using VoldCms.ContentManagement.Items;

namespace VoldCms.Events.Occasions;

/// <summary>The days of an event, as far as they are known. Immutable.</summary>
/// <param name="First">Its first day; null when it is not known.</param>
/// <param name="Last">Its last day, or the last that it can be on; null when it is not known.</param>
/// <param name="IsHeld">Whether somebody has said that it is over.</param>
internal sealed record EventDays(DateOnly? First, DateOnly? Last, bool IsHeld)
{
    /// <summary>The days of a course are told in words alone: it has none.</summary>
    public static EventDays Of(ContentItem occasion) =>
        occasion.ContentType == EventContentTypes.Event
            ? new(
                occasion.Day(EventContentTypes.Event, "Starts"),
                occasion.Day(EventContentTypes.Event, "Ends"),
                occasion.Flag(EventContentTypes.Event, "Held")
            )
            : new(null, null, IsHeld: false);

    /// <summary>The day or the days as they are written; null when the first is not known.</summary>
    public string? Text =>
        First is not { } first ? null
        : Last is { } last && last != first ? $"{Days.Write(first)}–{Days.Write(last)}"
        : Days.Write(first);

    /// <summary>Whether the last day is over. What has no day is past only when somebody has said so.</summary>
    public bool IsPastOn(DateOnly today) => IsHeld || (Last ?? First) < today;
}
