using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Measures;

/// <summary>Filters a plan's measures and lays them out by theme and goal. Pure: what it knows it is given.</summary>
internal sealed class MeasureGrouping(PlanMeasures plan, IReadOnlyDictionary<ContentItemId, string> parties, Texts texts, string pageHref)
{
    private static readonly (string Name, string Code)[] s_past =
    [
        ("Overdue", MeasureFilter.Overdue),
        ("Project or support is over", MeasureFilter.RunOut),
    ];

    private readonly ImmutableArray<MeasureView> _measures = plan.Measures;

    /// <summary>The id of a section's table on the plan's page.</summary>
    public static string AnchorOf(int section) => string.Create(CultureInfo.InvariantCulture, $"tema-{section + 1}");

    /// <summary>The table that the filter leaves.</summary>
    /// <param name="filter">Of what the plan has.</param>
    public MeasureTable Build(MeasureFilter filter)
    {
        var shown = Left(filter).ToImmutableArray();
        return new(
            [.. Enum.GetValues<MeasureColumn>().Where(column => _measures.Any(measure => HasSomething(measure, column)))],
            Group(shown),
            [
                .. new[]
                {
                    Themes(filter),
                    TargetGroups(filter),
                    Levels(filter),
                    States(filter),
                    Parties(filter),
                    Deadlines(filter),
                }.OfType<FilterGroup>(),
            ],
            _measures.Length,
            shown.Length
        );
    }

    // A person may have set the status of a plan that prints none.
    private static bool HasSomething(MeasureView measure, MeasureColumn column) =>
        measure.Cells.ContainsKey(column) || (column == MeasureColumn.Status && measure.State < MeasureState.Other);

    private ImmutableArray<MeasureGroup> Group(ImmutableArray<MeasureView> shown)
    {
        var groups = ImmutableArray.CreateBuilder<MeasureGroup>();
        for (var index = 0; index < plan.Sections.Length; index++)
        {
            var section = plan.Sections[index];
            Add(section, AnchorOf(index), shown.Where(measure => measure.Section == section.Id));
        }

        Add(null, "tema-0", shown.Where(measure => plan.Sections.All(section => section.Id != measure.Section)));
        return groups.ToImmutable();

        void Add(SectionView? section, string anchor, IEnumerable<MeasureView> measures)
        {
            if (GroupByGoal(measures) is { IsEmpty: false } goals)
            {
                groups.Add(new(section, anchor, goals));
            }
        }
    }

    private ImmutableArray<GoalGroup> GroupByGoal(IEnumerable<MeasureView> measures) =>
        [
            .. measures
                .RunsBy(measure => (TargetGroupOf(measure), measure.Goal))
                .Select(run => new GoalGroup(
                    run.Key.Item1,
                    run.Key.Goal is { } goal ? plan.Goals.GetValueOrDefault(goal)?.Text : null,
                    [.. run.Items]
                )),
        ];

    private string? TargetGroupOf(MeasureView measure) =>
        plan.LeadsWithTargetGroup ? measure.Cells.GetValueOrDefault(MeasureColumn.TargetGroup) : null;

    private FilterGroup? Themes(MeasureFilter filter)
    {
        var options = plan
            .Sections.Select(
                (section, index) =>
                    (section.Heading.Title, Theme: (int?)(index + 1), IsUsed: _measures.Any(measure => measure.Section == section.Id))
            )
            .Where(section => section.IsUsed)
            .Select(section => Option(section.Title, filter with { Theme = section.Theme }, filter, isPrinted: true));
        return Group(texts["Theme"], filter with { Theme = null }, filter, options);
    }

    private FilterGroup? TargetGroups(MeasureFilter filter) =>
        Group(
            texts["Target group"],
            filter with
            {
                TargetGroup = null,
            },
            filter,
            plan.TargetGroups.Select(term => Option(term.Name, filter with { TargetGroup = MeasureFilter.CodeOf(term) }, filter))
        );

    private FilterGroup? Levels(MeasureFilter filter) =>
        Group(
            texts["Level of prevention"],
            filter with
            {
                Level = null,
            },
            filter,
            plan.Levels.Select(term => Option(term.Name, filter with { Level = MeasureFilter.CodeOf(term) }, filter))
        );

    private FilterGroup? States(MeasureFilter filter) =>
        Group(
            texts["Status"],
            filter with
            {
                State = null,
            },
            filter,
            _measures
                .Select(measure => measure.State)
                .Distinct()
                .Order()
                .Select(state => Option(MeasureStates.NameOf(state, texts), filter with { State = state }, filter))
        );

    private FilterGroup? Parties(MeasureFilter filter) =>
        Group(
            texts["Responsible"],
            filter with
            {
                Party = null,
            },
            filter,
            parties
                .OrderBy(pair => pair.Value, StringComparer.Create(texts.Culture.Formatting, ignoreCase: true))
                .Select(pair => Option(pair.Value, filter with { Party = MeasureFilter.CodeOf(pair.Key) }, filter, isPrinted: true))
        );

    private FilterGroup? Deadlines(MeasureFilter filter) =>
        Group(
            texts["Deadline"],
            filter with
            {
                Deadline = null,
            },
            filter,
            s_past
                .Where(past => _measures.Any(measure => IsOf(measure, past.Code)))
                .Select(past => Option(texts[past.Name], filter with { Deadline = past.Code }, filter))
                .Concat(
                    _measures
                        .Select(measure => measure.Deadline)
                        .Distinct()
                        .OrderBy(deadline => deadline.Year ?? int.MaxValue)
                        .ThenBy(deadline => deadline.Kind)
                        .Select(deadline => Option(deadline.NameIn(texts), filter with { Deadline = deadline.Code }, filter))
                )
        );

    // Where there is nothing to choose between, nothing is asked.
    private FilterGroup? Group(Wording name, MeasureFilter all, MeasureFilter current, IEnumerable<FilterOption> options) =>
        options.ToList() is { Count: > 1 } several ? new(name, [Option(texts["All"], all, current), .. several]) : null;

    private FilterOption Option(Wording text, MeasureFilter filter, MeasureFilter current, bool isPrinted = false) =>
        new(text, pageHref + filter.ToQuery(), Left(filter).Count(), filter == current, isPrinted);

    private IEnumerable<MeasureView> Left(MeasureFilter filter) =>
        _measures.Where(measure =>
            (filter.Theme is not { } theme || measure.Section == plan.Sections[theme - 1].Id)
            && (filter.State is not { } state || measure.State == state)
            && (filter.Deadline is not { } deadline || IsOf(measure, deadline))
            && (filter.TargetGroup is not { } group || Bears(measure.TargetGroups, plan.TargetGroups, group))
            && (filter.Level is not { } level || Bears(measure.Levels, plan.Levels, level))
            && (filter.Party is not { } party || measure.Parties.Any(id => MeasureFilter.IsOf(id, party)))
        );

    private static bool Bears(ImmutableArray<ContentItemId> terms, ImmutableArray<Term> all, string code) =>
        all.Any(term => MeasureFilter.CodeOf(term) == code && terms.Contains(term.Id));

    private static bool IsOf(MeasureView measure, string deadline) =>
        deadline switch
        {
            MeasureFilter.Overdue => measure.OverdueSince is not null,
            MeasureFilter.RunOut => measure.HasRunOut,
            _ => measure.Deadline.Code == deadline,
        };
}
