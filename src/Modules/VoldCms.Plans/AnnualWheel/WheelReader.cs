using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Arrangements;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.AnnualWheel;

/// <summary>
/// Reads what the plans say comes again: entries of a wheel, measures that are repeated, documents that are reviewed. A measure that one of
/// the others names is told by that alone. Scoped.
/// </summary>
internal sealed class WheelReader(ContentReader reader, PartyReader parties, ArrangementReader arrangements, Site site)
{
    private const string Entry = PlanContentTypes.AnnualWheelEntry;
    private const string Measure = PlanContentTypes.Measure;
    private const string Picker = "ResponsibleParties";
    private const int MonthsInYear = 12;

    /// <summary>By month, then by half-year, then what has neither. Nothing of a plan that is not public.</summary>
    public async Task<ImmutableArray<WheelGroup>> ListAsync(CancellationToken cancellationToken)
    {
        var plans = (
            await reader.ListAllAsync(ContentQuery.For(PlanContentTypes.Plan).OrderBy(ContentPaths.DisplayText), cancellationToken)
        ).ToDictionary(plan => plan.ContentItemId, LinkTo);
        if (plans.Count == 0)
        {
            return [];
        }

        var measures = await reader.ListAllAsync(ContentQuery.For(Measure).OrderBy(MeasureLabels.PlanOrder), cancellationToken);
        var byId = measures.ToDictionary(measure => measure.ContentItemId);
        var entries = await reader.ListAllAsync(ContentQuery.For(Entry).OrderBy(ContentPaths.DisplayText), cancellationToken);
        var arranged = (await arrangements.ListAllAsync(cancellationToken)).Where(known => known.ComesAgain).ToList();
        var told = entries
            .Select(entry => entry.FirstId(Entry, "Measure"))
            .OfType<ContentItemId>()
            .Concat(arranged.SelectMany(known => known.MeasureIds))
            .ToHashSet();
        var repeated = measures
            .Where(measure => Recurrences.Of(measure, Measure) is not null && !told.Contains(measure.ContentItemId))
            .ToList();
        var names = await parties.ListAsync(
            entries.SelectMany(PartiesOf).Concat(repeated.SelectMany(measure => measure.Ids(Measure, Picker))),
            cancellationToken
        );

        return Group([.. entries.Select(ReadEntry), .. repeated.Select(ReadMeasure), .. arranged.Select(ReadArrangement)]);

        (Place Place, WheelEntry? Entry) ReadEntry(ContentItem item)
        {
            var measure = item.FirstId(Entry, "Measure") is { } id ? byId.GetValueOrDefault(id) : null;
            return (
                new(item.Number(Entry, "Month"), item.Text(Entry, "Season")),
                FindPlan(item.FirstId(Entry, "Plan") ?? measure?.FirstId(Measure, "Plan"), out var plan)
                    ? new()
                    {
                        Text = item.Text(Entry, "Text") ?? item.DisplayText ?? "",
                        Plan = plan,
                        Measure = measure is null ? null : LinkToMeasure(measure),
                        When = item.Text(Entry, "SeasonText") ?? measure?.Text(Measure, "RecurrenceText"),
                        Recurrence = measure is null ? null : Recurrences.FindName(Recurrences.Of(measure, Measure), site.Texts),
                        Parties = NamesOf(PartiesOf(item)),
                    }
                    : null
            );
        }

        (Place Place, WheelEntry? Entry) ReadMeasure(ContentItem measure) =>
            (
                default,
                FindPlan(measure.FirstId(Measure, "Plan"), out var plan)
                    ? new()
                    {
                        Text = PrintedText.Split(measure.Text(Measure, "Text") ?? measure.DisplayText ?? "").Name,
                        Plan = plan,
                        Measure = LinkToMeasure(measure),
                        When = measure.Text(Measure, "RecurrenceText"),
                        Recurrence = Recurrences.FindName(Recurrences.Of(measure, Measure), site.Texts),
                        Parties = NamesOf(measure.Ids(Measure, Picker)),
                    }
                    : null
            );

        (Place Place, WheelEntry? Entry) ReadArrangement(Arrangement arrangement) =>
            (
                new(arrangement.Month, null),
                FindPlan(arrangement.Plan, out var plan)
                    ? new()
                    {
                        Text = arrangement.Title,
                        Plan = plan,
                        Measure = arrangement.Measures.FirstOrDefault(),
                        When = arrangement.When,
                        Recurrence = Recurrences.FindName(arrangement.Recurrence, site.Texts),
                        Parties = arrangement.Parties,
                    }
                    : null
            );

        // Who has the measure has what it puts into the wheel, unless the entry names somebody else.
        IReadOnlyList<ContentItemId> PartiesOf(ContentItem entry) =>
            entry.Ids(Entry, Picker) is { Count: > 0 } own ? own
            : entry.FirstId(Entry, "Measure") is { } id && byId.TryGetValue(id, out var measure) ? measure.Ids(Measure, Picker)
            : [];

        // What names no plan is the municipality's own; what names one that is not public is not there.
        bool FindPlan(ContentItemId? id, out LinkCard? plan)
        {
            plan = id is { } known ? plans.GetValueOrDefault(known) : null;
            return id is null || plan is not null;
        }

        ImmutableArray<PartyName> NamesOf(IEnumerable<ContentItemId> ids) => [.. ids.Select(names.GetValueOrDefault).OfType<PartyName>()];
    }

    private ImmutableArray<WheelGroup> Group(ImmutableArray<(Place Place, WheelEntry? Entry)> entries)
    {
        var groups = ImmutableArray.CreateBuilder<WheelGroup>();
        for (var month = 1; month <= MonthsInYear; month++)
        {
            var number = month;
            Add(NameOf(month), string.Create(CultureInfo.InvariantCulture, $"maned-{month}"), place => place.Month == number);
        }

        Add(site.Texts["In the spring"], "var", place => place is { IsMonth: false, Season: "spring" });
        Add(site.Texts["In the autumn"], "host", place => place is { IsMonth: false, Season: "autumn" });
        Add(site.Texts["Without a month in the plan"], "uten", place => place is { IsMonth: false, Season: not ("spring" or "autumn") });
        return groups.ToImmutable();

        void Add(Wording heading, string anchor, Func<Place, bool> isThere)
        {
            ImmutableArray<WheelEntry> there =
            [
                .. entries.Where(entry => isThere(entry.Place)).Select(entry => entry.Entry).OfType<WheelEntry>(),
            ];
            if (!there.IsEmpty)
            {
                groups.Add(new(heading, anchor, there));
            }
        }
    }

    private string NameOf(int month)
    {
        var formatting = site.Culture.Formatting;
        return formatting.TextInfo.ToTitleCase(formatting.DateTimeFormat.GetMonthName(month));
    }

    private LinkCard LinkTo(ContentItem plan) =>
        new(PlanLabels.Short(plan), site.FindHref(plan) ?? site.Href(PlanAddresses.Plans), Language: PlanLabels.Language(plan));

    private LinkCard? LinkToMeasure(ContentItem measure) =>
        site.FindHref(measure) is { } href ? new(MeasureLabels.NameIn(site.Texts, MeasureLabels.Of(measure)), href) : null;

    /// <summary>Where in the year something stands.</summary>
    private readonly record struct Place(int? Month, string? Season)
    {
        public bool IsMonth => Month is >= 1 and <= MonthsInYear;
    }
}
