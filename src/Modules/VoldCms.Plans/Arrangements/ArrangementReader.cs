using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Arrangements;

/// <summary>Reads what plans build on or ask for beside their measures: one query a type. Scoped.</summary>
internal sealed class ArrangementReader(ContentReader reader, PartyReader parties, Site site)
{
    private const string Document = PlanContentTypes.RelatedDocument;
    private const string Forum = PlanContentTypes.Forum;
    private const string Programme = PlanContentTypes.Programme;

    // What an arrangement's page shows of it, and which of its fields says when it comes again.
    private static readonly ImmutableArray<(string Type, string? WhenField, (string Field, string Name)[] Facts)> s_types =
    [
        (Document, "ReviewText", [("DateText", "Date"), ("ReviewText", "Reviewed")]),
        (Forum, "RecurrenceText", [("Participants", "Who takes part"), ("RecurrenceText", "How often")]),
        (Programme, null, [("AudienceText", "For"), ("GradesText", "School years"), ("OtherNames", "Also called")]),
    ];

    /// <summary>What one plan has, by type and in its order.</summary>
    public async Task<ImmutableArray<ArrangementGroup>> ListAsync(ContentItem plan, CancellationToken cancellationToken) =>
        GroupsOf(await ReadAsync(type => PlanReading.Of(type, "Plan", plan.ContentItemId), cancellationToken));

    /// <summary>What all plans have. Asked only of a tenant that has a plan.</summary>
    public Task<ImmutableArray<Arrangement>> ListAllAsync(CancellationToken cancellationToken) =>
        ReadAsync(ContentQuery.For, cancellationToken);

    /// <summary>By type, each with its heading.</summary>
    public ImmutableArray<ArrangementGroup> GroupsOf(ImmutableArray<Arrangement> arrangements) =>
        [
            .. s_types
                .Select(type => new ArrangementGroup(
                    NameOfAll(type.Type),
                    type.Type.ToLowerInvariant(),
                    [.. arrangements.Where(arrangement => arrangement.Type == type.Type)]
                ))
                .Where(group => !group.Arrangements.IsEmpty),
        ];

    private async Task<ImmutableArray<Arrangement>> ReadAsync(Func<string, ContentQuery> query, CancellationToken cancellationToken)
    {
        var items = new List<ContentItem>();
        foreach (var (type, _, _) in s_types)
        {
            items.AddRange(await reader.ListAllAsync(query(type).OrderBy($"{type}.Order"), cancellationToken));
        }

        var names = await parties.ListAsync(items.SelectMany(item => item.Ids(item.ContentType, "ResponsibleParties")), cancellationToken);
        var measures = await reader.ListByIdAsync(
            PlanContentTypes.Measure,
            items.SelectMany(item => item.Ids(item.ContentType, "Measures")),
            cancellationToken
        );
        return [.. items.Select(item => Read(item, names, measures))];
    }

    private Arrangement Read(
        ContentItem item,
        IReadOnlyDictionary<ContentItemId, PartyName> names,
        IReadOnlyDictionary<ContentItemId, ContentItem> measures
    )
    {
        var (type, whenField, facts) = s_types.First(known => known.Type == item.ContentType);
        return new()
        {
            Type = type,
            Plan = item.FirstId(type, "Plan"),
            Title = PrintedName.Capitalize(item.DisplayText ?? ""),
            Kind = KindOf(type, item.Text(type, "Kind")),
            Text = item.Text(type, "Text"),
            Facts = site.ReadFacts(item, type, facts),
            Address = item.Link(type, "Address") is { } link ? new(link.Text, link.Href) : null,
            IsForStaff = item.Flag(type, "StaffOnly"),
            Measures = [.. measures.Pick(item.Ids(type, "Measures")).Select(LinkTo).OfType<LinkCard>()],
            MeasureIds = [.. item.Ids(type, "Measures")],
            Parties = [.. item.Ids(type, "ResponsibleParties").Select(names.GetValueOrDefault).OfType<PartyName>()],
            When = whenField is null ? null : item.Text(type, whenField),
            Recurrence = Recurrences.Of(item, type),
            Month = item.Number(type, "Month"),
        };
    }

    private Wording? KindOf(string type, string? kind) =>
        type switch
        {
            Document => ArrangementKinds.NameOfDocument(kind, site.Texts),
            Forum => ArrangementKinds.NameOfForum(kind, site.Texts),
            _ => null,
        };

    private Wording NameOfAll(string type) =>
        type switch
        {
            Document => site.Texts["Documents and agreements"],
            Forum => site.Texts["Meetings, networks and councils"],
            _ => site.Texts["Programmes and courses"],
        };

    private LinkCard? LinkTo(ContentItem measure) =>
        site.FindHref(measure) is { } href ? new(MeasureLabels.NameIn(site.Texts, MeasureLabels.Of(measure)), href) : null;
}
