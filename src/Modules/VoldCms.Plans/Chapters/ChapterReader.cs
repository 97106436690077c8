using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Chapters;

/// <summary>Reads the chapters of a plan's running text. Scoped.</summary>
internal sealed class ChapterReader(ContentReader reader)
{
    private const string Part = PlanContentTypes.PlanSection;

    /// <summary>Matches sections that are running text, and no heading over measures or row of a table.</summary>
    public static ContentFilter IsText { get; } = ContentFilter.Equal($"{Part}.Kind", ContentValue.Of("tekst"));

    /// <summary>In the document's order.</summary>
    public async Task<ImmutableArray<PrintedChapter>> ListAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var query = PlanReading.Of(Part, "Plan", plan.ContentItemId).Where(IsText).OrderBy($"{Part}.Order");
        return [.. (await reader.ListAllAsync(query, cancellationToken)).Select(Read)];
    }

    /// <summary>Whether the plan has any.</summary>
    public async ValueTask<bool> HasAnyAsync(ContentItem plan, CancellationToken cancellationToken) =>
        await reader.FindFirstAsync(PlanReading.Of(Part, "Plan", plan.ContentItemId).Where(IsText), cancellationToken) is not null;

    private static PrintedChapter Read(ContentItem item) => new(SectionHeading.Of(item), item.FindField(Part, "Body")?.FindText("Html"));
}
