using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Rules;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Plans.StaffMaterial;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Background;

/// <summary>Reads what a plan prints beside its measures: one query a type. Scoped.</summary>
internal sealed class BackgroundReader(
    ContentReader reader,
    StaffMaterialReader material,
    AppendixReader appendix,
    IEnumerable<IItemRegion> regions,
    Site site
)
{
    // The documents write decimals with a comma, whatever the language of the page.
    private static readonly NumberFormatInfo s_norwegian = new() { NumberDecimalSeparator = "," };

    private static readonly string[] s_bags = ["Passages", "WorkingGroups", "RelatedPlans", "References", "Citations", "Attachments"];

    private static readonly ImmutableArray<string> s_types =
    [
        PlanContentTypes.Indicator,
        PlanContentTypes.Factor,
        PlanContentTypes.AppendixEntry,
        PlanContentTypes.ActionCard,
        PlanContentTypes.Guide,
    ];

    /// <summary>Whether the plan prints anything beside its measures.</summary>
    public async ValueTask<bool> HasAnyAsync(ContentItem plan, CancellationToken cancellationToken) =>
        s_bags.Any(bag => plan.Bag(bag).Count > 0)
        || await reader.FindFirstAsync(
            new ContentQuery
            {
                ContentTypes = s_types,
                Filter = new ContentFilter.Or([
                    .. s_types.Select(type => ContentFilter.Equal($"{type}.Plan", ContentValue.Of(plan.ContentItemId))),
                ]),
                Scope = ContentScope.Envelope,
            },
            cancellationToken
        )
            is not null;

    public async Task<BackgroundView> ReadAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var factors = await ListAsync(PlanContentTypes.Factor, plan, cancellationToken);
        return new()
        {
            Chapters = ReadChapters(plan),
            WorkingGroups =
            [
                .. plan.Bag("WorkingGroups")
                    .Select(group => new Fact(
                        group.Text(PlanContentTypes.WorkingGroup, "Name") ?? "",
                        group.Text(PlanContentTypes.WorkingGroup, "Services") ?? ""
                    )),
            ],
            Figures =
            [
                .. (await ListAsync(PlanContentTypes.Indicator, plan, cancellationToken))
                    .RunsBy(item => item.Text(PlanContentTypes.Indicator, "GroupName"))
                    .Select(run => new FigureGroup(run.Key, [.. run.Items.Select(ReadFigure)])),
            ],
            RiskFactors = Factors("risk"),
            ProtectiveFactors = Factors("protective"),
            StaffMaterial = await material.ListAsync(plan.ContentItemId, cancellationToken),
            RelatedPlans =
            [
                .. plan.Bag("RelatedPlans")
                    .Select(related => new NamedLink(NameOfRelated(related), related.Link(PlanContentTypes.RelatedPlan, "Address")?.Href)),
            ],
            References = ReadReferences(plan, "References"),
            Citations = ReadReferences(plan, "Citations"),
            Attachments =
            [
                .. plan.Bag("Attachments")
                    .OrderBy(attachment => attachment.Number(PlanContentTypes.PlanAttachment, "Number"))
                    .Select(attachment => new AttachmentView(
                        attachment.Number(PlanContentTypes.PlanAttachment, "Number"),
                        attachment.Text(PlanContentTypes.PlanAttachment, "Name") ?? "",
                        attachment.Link(PlanContentTypes.PlanAttachment, "Address")?.Href,
                        attachment.Flag(PlanContentTypes.PlanAttachment, "Included")
                    )),
            ],
            Appendix = await appendix.ListAsync(plan, cancellationToken),
            Regions = [.. await regions.ListAsync(plan, cancellationToken)],
        };

        ImmutableArray<string> Factors(string kind) =>
            [
                .. factors
                    .Where(factor => factor.Text(PlanContentTypes.Factor, "Kind") == kind)
                    .Select(factor => factor.Text(PlanContentTypes.Factor, "Text"))
                    .OfType<string>(),
            ];
    }

    private ValueTask<IReadOnlyList<ContentItem>> ListAsync(string contentType, ContentItem plan, CancellationToken cancellationToken) =>
        reader.ListAllAsync(PlanReading.Of(contentType, "Plan", plan.ContentItemId).OrderBy($"{contentType}.Order"), cancellationToken);

    // A passage without a printed heading goes on below the last one where both are about the same.
    private ImmutableArray<ChapterView> ReadChapters(ContentItem plan)
    {
        var chapters = new List<(Wording Heading, string? Kind, bool IsPrinted, List<PassageView> Passages)>();
        foreach (var passage in plan.Bag("Passages").OrderBy(passage => passage.Number(PlanContentTypes.Passage, "Order")))
        {
            var kind = passage.Text(PlanContentTypes.Passage, "Kind");
            var heading = passage.Text(PlanContentTypes.Passage, "Heading");
            if (chapters is [] || heading is not null || chapters[^1].Kind != kind)
            {
                chapters.Add((heading ?? BackgroundLabels.NameOf(kind, site.Texts), kind, heading is not null, []));
            }

            chapters[^1].Passages.Add(ReadPassage(passage));
        }

        return
        [
            .. chapters
                .Select(chapter => new ChapterView(
                    chapter.Heading,
                    chapter.IsPrinted,
                    [.. chapter.Passages.Where(passage => !passage.IsEmpty)]
                ))
                .Where(chapter => chapter.IsPrinted || !chapter.Passages.IsEmpty),
        ];
    }

    private static PassageView ReadPassage(ContentItem passage) =>
        new(
            passage.Text(PlanContentTypes.Passage, "Text"),
            [.. passage.Lines(PlanContentTypes.Passage, "ListItems")],
            passage.Text(PlanContentTypes.Passage, "Source"),
            passage.Link(PlanContentTypes.Passage, "Address") is { } link ? new(link.Text, link.Href) : null
        );

    private static ImmutableArray<NamedLink> ReadReferences(ContentItem plan, string bag) =>
        [
            .. plan.Bag(bag)
                .OrderBy(reference => reference.Number(PlanContentTypes.PlanReference, "Order"))
                .Select(reference => new NamedLink(
                    reference.Text(PlanContentTypes.PlanReference, "Name") ?? "",
                    reference.Link(PlanContentTypes.PlanReference, "Address")?.Href
                )),
        ];

    private static FigureView ReadFigure(ContentItem figure) =>
        new(figure.Text(PlanContentTypes.Indicator, "Text") ?? figure.DisplayText ?? "", [.. figure.Bag("Values").Select(ReadValue)]);

    private static FigureValue ReadValue(ContentItem value)
    {
        const string Part = PlanContentTypes.IndicatorValue;
        var amount = value.FindField(Part, "Amount")?["Value"]?.ToJsonString() ?? "";
        var printed = decimal.TryParse(amount, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##", s_norwegian)
            : amount;
        return new(
            value.Text(Part, "Name"),
            value.Text(Part, "Unit") is { } unit ? $"{printed} {unit}" : printed,
            value.Text(Part, "Year"),
            value.Text(Part, "Area"),
            value.Text(Part, "Source")
        );
    }

    private static string NameOfRelated(ContentItem related) =>
        string.Join(
            ", ",
            new[]
            {
                related.Text(PlanContentTypes.RelatedPlan, "Name"),
                related.Text(PlanContentTypes.RelatedPlan, "PeriodText"),
            }.OfType<string>()
        );
}
