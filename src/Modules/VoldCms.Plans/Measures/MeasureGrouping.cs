using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>Filters a plan's measures and lays them out by theme. Pure: what it knows it is given.</summary>
internal sealed class MeasureGrouping(
    ImmutableArray<MeasureView> measures,
    ImmutableArray<(ContentItemId Id, string Title)> sections,
    IReadOnlyDictionary<ContentItemId, string> parties,
    Texts texts,
    string pageHref)
{
    /// <summary>The id of a section's table on the plan's page.</summary>
    public static string AnchorOf(int section) => string.Create(CultureInfo.InvariantCulture, $"tema-{section + 1}");

    /// <summary>The table that the filter leaves; a code that the plan does not have counts as not chosen.</summary>
    public MeasureTable Build(MeasureFilter asked)
    {
        var theme = asked.Theme is { } number && number >= 1 && number <= sections.Length ? number : (int?)null;
        var party = parties.Keys.Where(id => MeasureFilter.CodeOf(id) == asked.Party).Cast<ContentItemId?>().FirstOrDefault();
        var filter = new MeasureFilter(theme, party is { } known ? MeasureFilter.CodeOf(known) : null);
        var shown = measures.Where(measure => HasTheme(measure, theme) && HasParty(measure, party)).ToImmutableArray();
        return new(
            [.. Enum.GetValues<MeasureColumn>().Where(column => measures.Any(measure => measure.Cells.ContainsKey(column)))],
            Group(shown),
            Filters(filter, theme, party),
            shown.Length,
            measures.Length);
    }

    private ImmutableArray<MeasureGroup> Group(ImmutableArray<MeasureView> shown)
    {
        var groups = ImmutableArray.CreateBuilder<MeasureGroup>();
        for (var index = 0; index < sections.Length; index++)
        {
            var section = sections[index];
            ImmutableArray<MeasureView> own = [.. shown.Where(measure => measure.Section == section.Id)];
            if (own.Length > 0)
            {
                groups.Add(new(section.Title, AnchorOf(index), own));
            }
        }

        ImmutableArray<MeasureView> rest = [.. shown.Where(measure => sections.All(section => section.Id != measure.Section))];
        if (rest.Length > 0)
        {
            groups.Add(new(null, "tema-0", rest));
        }

        return groups.ToImmutable();
    }

    private ImmutableArray<FilterGroup> Filters(MeasureFilter filter, int? theme, ContentItemId? party)
    {
        var groups = ImmutableArray.CreateBuilder<FilterGroup>(2);
        if (sections.Length > 1)
        {
            var left = measures.Where(measure => HasParty(measure, party)).ToList();
            groups.Add(new(
                texts["Theme"],
                [
                    Option(texts["All"], filter with { Theme = null }, left.Count, theme is null, isPrinted: false),
                    .. sections.Select((section, index) => Option(
                        section.Title, filter with { Theme = index + 1 }, left.Count(measure => measure.Section == section.Id), theme == index + 1)),
                ]));
        }

        if (parties.Count > 1)
        {
            var left = measures.Where(measure => HasTheme(measure, theme)).ToList();
            groups.Add(new(
                texts["Responsible"],
                [
                    Option(texts["All"], filter with { Party = null }, left.Count, party is null, isPrinted: false),
                    .. parties.OrderBy(pair => pair.Value, StringComparer.Create(texts.Culture.Formatting, ignoreCase: true)).Select(pair => Option(
                        pair.Value, filter with { Party = MeasureFilter.CodeOf(pair.Key) }, left.Count(measure => HasParty(measure, pair.Key)), party == pair.Key)),
                ]));
        }

        return groups.ToImmutable();
    }

    private FilterOption Option(string text, MeasureFilter filter, int count, bool isCurrent, bool isPrinted = true) =>
        new(text, pageHref + filter.ToQuery(), count, isCurrent, isPrinted);

    private bool HasTheme(MeasureView measure, int? theme) => theme is null || measure.Section == sections[theme.Value - 1].Id;

    private static bool HasParty(MeasureView measure, ContentItemId? party) => party is null || measure.Parties.Contains(party.Value);
}
