using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>Reads courses and events in the language of the page. What has passed is judged by the municipality's day. Scoped.</summary>
internal sealed class OccasionReader(LocalizedItems items, TermReader terms, Site site, TimeProvider clock)
{
    private const string Course = EventContentTypes.Course;
    private const string Event = EventContentTypes.Event;

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), site.Settings.TimeZone).Date);

    /// <summary>Whether there is any course or event.</summary>
    public async ValueTask<bool> HaveAnyAsync(CancellationToken cancellationToken) =>
        await items.HaveAnyAsync(Course, cancellationToken) || await items.HaveAnyAsync(Event, cancellationToken);

    /// <summary>Every course and event, by name.</summary>
    public async Task<ImmutableArray<OccasionCard>> ListAsync(CancellationToken cancellationToken) =>
        ToCards([.. await items.ListAsync(Course, cancellationToken), .. await items.ListAsync(Event, cancellationToken)]);

    /// <summary>All of them, as their page has them.</summary>
    public async Task<OccasionListView> ReadListAsync(CancellationToken cancellationToken)
    {
        var courses = InOrder(await items.ListAsync(Course, cancellationToken));
        var events = await ReadEventsAsync(cancellationToken);
        return new(
            await GroupAsync(courses, cancellationToken),
            ToCards(events.Coming),
            ToCards(events.Past),
            FromPlan([.. courses, .. events.Coming, .. events.Past])
        );
    }

    /// <summary>The events whose day is known and has not passed, the next one first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableArray<OccasionCard>> ListNextAsync(int most, CancellationToken cancellationToken) =>
        ToCards((await ReadEventsAsync(cancellationToken)).Coming.Where(coming => EventDays.Of(coming).First is not null).Take(most));

    /// <summary>The courses that name a help page, in any of its languages.</summary>
    public async Task<OccasionCards> ListForAsync(ContentItem helpPage, CancellationToken cancellationToken)
    {
        var variants = (await items.ListVariantsAsync(helpPage, cancellationToken)).Select(variant => variant.ContentItemId).ToHashSet();
        // All there are, a handful: a tenant without this module's definitions has none, and knows no field to ask by.
        var naming = InOrder(await items.ListAsync(Course, cancellationToken))
            .Where(course => course.Ids(Course, "HelpPages").Any(variants.Contains))
            .ToList();
        return new(site.Texts, ToCards(naming), FromPlan(naming));
    }

    /// <summary>One of them.</summary>
    public async Task<OccasionView> ReadAsync(ContentItem occasion, CancellationToken cancellationToken)
    {
        var type = occasion.ContentType;
        var audiences = occasion.Terms(type, "Audiences");
        var schedule = EventDays.Of(occasion);
        (Wording Name, string? Text)[] facts =
        [
            (site.Texts["Who holds it"], occasion.Text(type, "HeldBy")),
            (site.Texts["Date"], schedule.Text),
            (site.Texts["When"], occasion.Text(type, "WhenText")),
            (site.Texts["Where"], occasion.Text(type, "Place")),
            (site.Texts["Status in the plan"], occasion.Text(type, "StatusText")),
            (site.Texts["How to sign up"], occasion.Text(type, "SignUpText")),
        ];
        return new(
            KindOf(occasion),
            occasion.Text(type, "About") ?? "",
            [
                .. (await terms.ListAsync(EventContentTypes.Audiences, cancellationToken))
                    .Where(term => audiences.Contains(term.Id))
                    .Select(term => term.Name),
            ],
            occasion.Text(type, "AudienceText"),
            [.. facts.Where(fact => fact.Text is not null).Select(fact => (fact.Name, fact.Text!))],
            occasion.Link(type, "SignUp") is { } link ? new(link.Text, link.Href, link.Domain) : null,
            schedule.IsPastOn(Today),
            await FindPlanAsync(occasion, cancellationToken),
            [
                .. (await items.ResolveAsync(EventContentTypes.Measure, occasion.Ids(type, "Measures"), cancellationToken))
                    .Select(measure => site.FindHref(measure) is { } href ? new LinkCard(measure.DisplayText ?? "", href) : null)
                    .OfType<LinkCard>(),
            ]
        );
    }

    private async Task<(ImmutableArray<ContentItem> Coming, ImmutableArray<ContentItem> Past)> ReadEventsAsync(
        CancellationToken cancellationToken
    )
    {
        var today = Today;
        var byPast = (await items.ListAsync(Event, cancellationToken)).ToLookup(item => EventDays.Of(item).IsPastOn(today));
        return (
            [.. byPast[false].OrderBy(item => EventDays.Of(item).First ?? DateOnly.MaxValue)],
            [.. byPast[true].OrderByDescending(item => EventDays.Of(item) is { } days ? days.Last ?? days.First : null)]
        );
    }

    private async Task<ImmutableArray<CourseGroup>> GroupAsync(IReadOnlyList<ContentItem> courses, CancellationToken cancellationToken)
    {
        var audiences = await terms.ListAsync(EventContentTypes.Audiences, cancellationToken);
        var groups = audiences
            .Select(
                (term, index) =>
                    new CourseGroup(
                        $"for-{index + 1}",
                        term.Name,
                        ToCards(courses.Where(course => course.Terms(Course, "Audiences").Contains(term.Id)))
                    )
            )
            .Append(
                new(
                    "andre",
                    null,
                    ToCards(courses.Where(course => !audiences.Any(term => course.Terms(Course, "Audiences").Contains(term.Id))))
                )
            );
        return [.. groups.Where(group => !group.Courses.IsEmpty)];
    }

    private async Task<PlanSource?> FindPlanAsync(ContentItem occasion, CancellationToken cancellationToken)
    {
        var named = occasion.Ids(occasion.ContentType, "Plan");
        if (await items.ResolveAsync(EventContentTypes.Plan, named, cancellationToken) is not [var plan, ..])
        {
            return null;
        }

        var title = plan.Text(EventContentTypes.Plan, "ShortTitle") ?? plan.DisplayText ?? "";
        return new(
            plan.Text(EventContentTypes.Plan, "PeriodText") is { } period ? $"{title}, {period}" : title,
            site.FindHref(plan),
            occasion.Text(occasion.ContentType, "Chapter") is { } chapter ? site.Texts["chapter {0}", chapter] : null
        );
    }

    private Wording KindOf(ContentItem occasion) =>
        occasion.ContentType == Event
            ? site.Texts["Event"]
            : occasion.Text(Course, "Kind") switch
            {
                "studyDay" => site.Texts["Study day"],
                "online" => site.Texts["Online course"],
                _ => site.Texts["Course"],
            };

    private ImmutableArray<OccasionCard> ToCards(IEnumerable<ContentItem> occasions) =>
        [.. occasions.Select(ToCard).OfType<OccasionCard>()];

    private OccasionCard? ToCard(ContentItem occasion) =>
        site.FindHref(occasion) is { } href
            ? new(
                occasion.DisplayText ?? "",
                href,
                KindOf(occasion),
                occasion.Text(occasion.ContentType, "HeldBy"),
                EventDays.Of(occasion).Text ?? occasion.Text(occasion.ContentType, "WhenText"),
                site.FindOtherLanguage(occasion)
            )
            : null;

    private static IReadOnlyList<ContentItem> InOrder(IReadOnlyList<ContentItem> courses) =>
        [.. courses.OrderBy(course => course.Number(Course, "Order") ?? int.MaxValue)];

    private static PlanWords FromPlan(IReadOnlyCollection<ContentItem> occasions)
    {
        var planned = occasions.Count(occasion => occasion.Ids(occasion.ContentType, "Plan").Count > 0);
        return planned == 0 ? PlanWords.None
            : planned < occasions.Count ? PlanWords.Some
            : PlanWords.All;
    }
}
