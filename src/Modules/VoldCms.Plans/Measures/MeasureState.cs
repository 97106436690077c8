using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Measures;

/// <summary>
/// How far a measure has come, as the plan's own words tell it (<see cref="StatusWords"/>) or a person has set it. In the order that pages
/// show them; the number is the code in addresses.
/// </summary>
internal enum MeasureState
{
    Done = 1,
    PartlyDone,
    Ongoing,
    Starting,
    Project,
    NotStarted,
    Recommended,
    Dropped,

    /// <summary>The plan says something that none of the listed words stands in.</summary>
    Other,

    /// <summary>The plan says nothing: a state of its own, never taken for a good one.</summary>
    Unknown,
}

/// <summary>What a state is called, and how it looks: always a word, a shape and a colour together.</summary>
internal static class MeasureStates
{
    /// <summary>The state that the item's field names; without a known one, whether its status says anything at all.</summary>
    /// <param name="item">A measure, a part of one, or what a report says of one.</param>
    /// <param name="part">The part that holds the field <c>State</c>.</param>
    /// <param name="statusField">The field with the status as printed.</param>
    internal static MeasureState Read(ContentItem item, string part, string statusField = "StatusText") =>
        Enum.TryParse<MeasureState>(item.Text(part, "State"), ignoreCase: true, out var state)
        && state is >= MeasureState.Done and <= MeasureState.Dropped
            ? state
        : item.Text(part, statusField) is null ? MeasureState.Unknown
        : MeasureState.Other;

    /// <summary>A person has said how far the measure has come: it is not what the printed status tells.</summary>
    internal static bool IsSetByHand(ContentItem measure)
    {
        var state = Read(measure, PlanContentTypes.Measure);
        return measure.Text(PlanContentTypes.Measure, "OwnStatusText") is not null
            || measure.Day(PlanContentTypes.Measure, "OwnStatusDate") is not null
            || (state < MeasureState.Other && state != StatusWords.StateOf(measure.Text(PlanContentTypes.Measure, "StatusText")));
    }

    /// <summary>The model of <c>_Mark</c>: the state's word, colour and shape.</summary>
    public static (Wording Name, string Colour, string Shape) MarkOf(MeasureState state, Texts texts) =>
        (NameOf(state, texts), ColourOf(state), ShapeOf(state));

    /// <summary>The same of a deadline that has passed.</summary>
    public static (Wording Name, string Colour, string Shape) OverdueMark(DateOnly since, Texts texts) =>
        (texts["The deadline was {0}", LastDays.Write(since, texts)], "danger", "clock");

    public static Wording NameOf(MeasureState state, Texts texts) =>
        state switch
        {
            MeasureState.Done => texts["Done"],
            MeasureState.PartlyDone => texts["Partly done"],
            MeasureState.Ongoing => texts["Under way"],
            MeasureState.Starting => texts["Starting"],
            MeasureState.Project => texts["Project"],
            MeasureState.NotStarted => texts["Not started"],
            MeasureState.Recommended => texts["Recommended"],
            MeasureState.Dropped => texts["Dropped"],
            MeasureState.Other => texts["Other status"],
            _ => texts["Not stated"],
        };

    /// <summary>The colour's name in the theme.</summary>
    public static string ColourOf(MeasureState state) =>
        state switch
        {
            MeasureState.Done => "success",
            MeasureState.PartlyDone => "warning",
            MeasureState.Ongoing or MeasureState.Starting or MeasureState.Project => "info",
            MeasureState.NotStarted => "danger",
            _ => "neutral",
        };

    /// <summary>The shape's id among those of the page, see <c>_Shapes</c>.</summary>
    public static string ShapeOf(MeasureState state) =>
        state switch
        {
            MeasureState.Done => "check",
            MeasureState.PartlyDone => "half",
            MeasureState.Ongoing => "arrow",
            MeasureState.Starting => "play",
            MeasureState.Project => "square",
            MeasureState.NotStarted => "ring",
            MeasureState.Recommended => "plus",
            MeasureState.Dropped => "cross",
            MeasureState.Other => "dots",
            _ => "question",
        };
}
