using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>How much of a list is what a plan says: it says what was to be held when it was written.</summary>
internal enum PlanWords
{
    None,
    Some,
    All,
}

/// <summary>A course or an event in a list.</summary>
/// <param name="Title">Its own.</param>
/// <param name="Href">Its page.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="HeldBy">Who holds it; null when nobody has said.</param>
/// <param name="When">The day, or the words for it; null when neither is known.</param>
/// <param name="Language">The language of its words where it is not the page's; else null.</param>
internal sealed record OccasionCard(string Title, string Href, Wording Kind, string? HeldBy, string? When, Culture? Language);

/// <summary>Courses or events one after the other.</summary>
/// <param name="T">The texts of the page.</param>
/// <param name="Cards">In order.</param>
/// <param name="FromPlan">How much the reader must be told is what a plan says.</param>
internal sealed record OccasionCards(Texts T, ImmutableArray<OccasionCard> Cards, PlanWords FromPlan = PlanWords.None);

/// <summary>The courses for some people.</summary>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Audience">Whom they are for; null for those of whom nobody has said it.</param>
/// <param name="Courses">In the editor's order.</param>
internal sealed record CourseGroup(string Anchor, Wording? Audience, ImmutableArray<OccasionCard> Courses);

/// <summary>The list of all.</summary>
/// <param name="Courses">By whom they are for; a course for two stands with both.</param>
/// <param name="Coming">Events that are not past: those with a day first, the next one first.</param>
/// <param name="Past">The latest first.</param>
/// <param name="FromPlan">How much of it is what a plan says.</param>
internal sealed record OccasionListView(
    ImmutableArray<CourseGroup> Courses,
    ImmutableArray<OccasionCard> Coming,
    ImmutableArray<OccasionCard> Past,
    PlanWords FromPlan
)
{
    /// <summary>Before it is read.</summary>
    public static OccasionListView Empty { get; } = new([], [], [], PlanWords.None);
}

/// <summary>A course or an event on its page.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="About">What it is about.</param>
/// <param name="Audiences">Whom it is for, by the terms.</param>
/// <param name="AudienceText">The same in its own words; null when it has none.</param>
/// <param name="Facts">The rest that is said of it, each under its name, in its own language.</param>
/// <param name="SignUp">Where to sign up on the web; null where nobody has said. <see cref="LinkCard.Text"/> is whose page it is.</param>
/// <param name="IsPast">Whether its time has passed.</param>
/// <param name="Plan">The plan that says so; null when there is none.</param>
/// <param name="Measures">The measures of the plan that it is.</param>
internal sealed record OccasionView(
    Wording Kind,
    string About,
    ImmutableArray<Wording> Audiences,
    string? AudienceText,
    ImmutableArray<(Wording Name, string Text)> Facts,
    LinkCard? SignUp,
    bool IsPast,
    PlanSource? Plan,
    ImmutableArray<LinkCard> Measures
);

/// <summary>The plan that words are taken from.</summary>
/// <param name="Name">Its short title and period.</param>
/// <param name="Href">Its page; null when it has none.</param>
/// <param name="Chapter">Where in it; null when nobody has said.</param>
internal sealed record PlanSource(string Name, string? Href, Wording? Chapter);
