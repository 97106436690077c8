using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Plans;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>Reads measures for pages. Scoped.</summary>
internal sealed class MeasureReader(ContentReader reader, Site site)
{
    private const string Type = ContentTypes.Measure;
    private const string PlanOrder = "Measure.PlanOrder";

    private static readonly (MeasureColumn Column, string Field)[] s_columns =
    [
        (MeasureColumn.TargetGroup, "TargetGroupText"),
        (MeasureColumn.HowWhen, "HowWhen"),
        (MeasureColumn.Responsible, "ResponsibleText"),
        (MeasureColumn.Deadline, "DeadlineText"),
        (MeasureColumn.Status, "StatusText"),
    ];

    // Every printed cell that a measure can have, and its name on the page.
    private static readonly (string Field, string Name)[] s_cells =
    [
        ("Theme", "Theme"),
        ("TargetGroupText", "Target group"),
        ("Target", "Directed at"),
        ("PreventionLevelText", "Level of prevention"),
        ("HowWhen", "How and when"),
        ("ResponsibleText", "Responsible"),
        ("Funding", "Funding"),
        ("DeadlineText", "Deadline"),
        ("RecurrenceText", "Repeated"),
        ("StatusText", "Status"),
        ("Recommendation", "Recommendation"),
        ("SeeAlsoText", "See also"),
        ("ContactText", "Contact, as printed in the plan"),
    ];

    private static readonly (string Field, string Name)[] s_partCells =
    [
        ("Theme", "Theme"),
        ("StatusText", "Status"),
        ("ResponsibleText", "Responsible"),
        ("PreventionLevelText", "Level of prevention"),
    ];

    /// <summary>All measures of a plan, in its order.</summary>
    public async Task<ImmutableArray<MeasureView>> ListAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var items = await reader.ListAllAsync(OfPlan(plan.ContentItemId).OrderBy(PlanOrder), cancellationToken);
        return [.. items.Where(item => ContentItemParts.PathOf(item) is not null).Select(ReadRow)];
    }

    /// <summary>The plan's sections in its order, by id.</summary>
    public async Task<ImmutableArray<(ContentItemId Id, string Title)>> ListSectionsAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var query = ContentReading.Of(ContentTypes.PlanSection, "Plan", plan.ContentItemId).OrderBy("PlanSection.Order");
        var items = await reader.ListAllAsync(query, cancellationToken);
        return [.. items.Select(item => (item.ContentItemId, Title(item)))];

        static string Title(ContentItem item) => item.Text(ContentTypes.PlanSection, "Code") is { } code
            ? $"{code} {item.DisplayText}"
            : item.DisplayText ?? "";
    }

    /// <summary>What the parties are called.</summary>
    public ValueTask<IReadOnlyDictionary<ContentItemId, string>> ListPartiesAsync(
        IEnumerable<ContentItemId> ids, CancellationToken cancellationToken) =>
        reader.ListNamesAsync(ContentTypes.Party, ids, cancellationToken);

    /// <summary>The plan that a measure belongs to; null when it is not public.</summary>
    public async Task<ContentItem?> FindPlanAsync(ContentItem measure, CancellationToken cancellationToken) =>
        measure.Ids(Type, "Plan") is [var id, ..] ? await reader.FindAsync(id, cancellationToken) : null;

    /// <summary>Everything about a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MeasureDetail> ReadAsync(ContentItem measure, ContentItem plan, CancellationToken cancellationToken)
    {
        var planHref = site.FindHref(plan) ?? site.Href(PlansSection.PagePath);
        var sections = await ListSectionsAsync(plan, cancellationToken);
        var sectionIndex = measure.Ids(Type, "Section") is [var sectionId, ..]
            ? sections.IndexOf(sections.FirstOrDefault(section => section.Id == sectionId))
            : -1;
        var parties = measure.Ids(Type, "ResponsibleParties");
        var names = await ListPartiesAsync(parties, cancellationToken);
        var (previous, next) = await FindNeighboursAsync(measure, plan, cancellationToken);
        return new(
            ReadFacts(measure, Type, s_cells),
            sectionIndex < 0 ? null : new(sections[sectionIndex].Title, $"{planHref}#{MeasureGrouping.AnchorOf(sectionIndex)}"),
            [.. parties.Where(names.ContainsKey).Select(id => new LinkCard(names[id], planHref + new MeasureFilter(null, MeasureFilter.CodeOf(id)).ToQuery()))],
            [.. measure.Bag("Subdivisions").Select(part => ReadFacts(part, ContentTypes.MeasurePart, s_partCells))],
            [.. measure.Bag("Links").Select(link => link.Link(ContentTypes.MeasureLink, "Address"))
                .Where(link => link is not null).Select(link => new LinkCard(link!.Value.Text, link.Value.Href))],
            previous,
            next,
            await reader.CountAsync(OfPlan(plan.ContentItemId), cancellationToken));
    }

    /// <summary>The number as printed; where the document has none, the measure's place in the plan.</summary>
    public static string LabelOf(ContentItem measure) =>
        measure.Text(Type, "Number") ?? $"{measure.Number(Type, "PlanOrder") ?? measure.Number(Type, "Order") ?? 1}";

    private async Task<(LinkCard? Previous, LinkCard? Next)> FindNeighboursAsync(
        ContentItem measure, ContentItem plan, CancellationToken cancellationToken)
    {
        if (measure.Number(Type, "PlanOrder") is not { } place)
        {
            return (null, null);
        }

        var ofPlan = OfPlan(plan.ContentItemId);
        var before = await reader.FindFirstAsync(
            ofPlan.Where(Compare(ComparisonOperator.LessThan)).OrderBy(PlanOrder, descending: true), cancellationToken);
        var after = await reader.FindFirstAsync(
            ofPlan.Where(Compare(ComparisonOperator.GreaterThan)).OrderBy(PlanOrder), cancellationToken);
        return (ToLink(before), ToLink(after));

        ContentFilter Compare(ComparisonOperator comparison) => new ContentFilter.Comparison(PlanOrder, comparison, [ContentValue.Of((decimal)place)]);
    }

    private LinkCard? ToLink(ContentItem? measure) => measure is not null && site.FindHref(measure) is { } href
        ? new(site.Texts["Measure {0}", LabelOf(measure)], href, measure.DisplayText)
        : null;

    private MeasureView ReadRow(ContentItem item)
    {
        var path = ContentItemParts.PathOf(item)!;
        return new()
        {
            Id = item.ContentItemId,
            Label = LabelOf(item),
            Anchor = $"m-{path[(path.LastIndexOf('/') + 1)..]}",
            Href = site.Href(path),
            Text = item.Text(Type, "Text") ?? item.DisplayText ?? "",
            Section = item.Ids(Type, "Section") is [var section, ..] ? section : null,
            Parties = [.. item.Ids(Type, "ResponsibleParties")],
            Cells = s_columns.Select(column => (column.Column, Text: item.Text(Type, column.Field)))
                .Where(cell => cell.Text is not null)
                .ToImmutableDictionary(cell => cell.Column, cell => cell.Text!),
        };
    }

    private ImmutableArray<Fact> ReadFacts(ContentItem item, string part, (string Field, string Name)[] fields) =>
        [.. fields.Select(field => (field.Name, Value: item.Text(part, field.Field)))
            .Where(field => field.Value is not null)
            .Select(field => new Fact(site.Texts[field.Name], field.Value!))];

    private static ContentQuery OfPlan(ContentItemId plan) => ContentReading.Of(Type, "Plan", plan);
}
