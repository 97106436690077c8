using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Chapters;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Background;

/// <summary>What a plan prints beside its measures.</summary>
internal sealed class PlanBackgroundPage(Site site, ContentReader reader, BackgroundReader background, ChapterReader chapters)
    : PlanPartPage(site, reader)
{
    public override Wording Heading => T["Background and attachments"];

    public BackgroundView View { get; private set; } = new();

    /// <summary>Where the document's chapters stand whole; null where it has none here.</summary>
    public string? TextHref { get; private set; }

    /// <summary>The page's parts below the plan's own words.</summary>
    public IEnumerable<(Wording Name, string Anchor)> Contents =>
        new (Wording Name, string Anchor, bool IsThere)[]
        {
            (T["Working groups"], "grupper", !View.WorkingGroups.IsEmpty),
            (T["Figures and findings"], "tall", !View.Figures.IsEmpty),
            (T["What is a risk, and what protects"], "faktorer", !View.RiskFactors.IsEmpty || !View.ProtectiveFactors.IsEmpty),
            (T["For staff"], "ansatte", !View.StaffMaterial.IsEmpty),
            (T["Other plans that it names"], "andre-planer", !View.RelatedPlans.IsEmpty),
            (T["Laws, reports and websites that it names"], "kilder", !View.References.IsEmpty),
            (T["Sources named in the text"], "henvisninger", !View.Citations.IsEmpty),
            (T["Attachments"], "vedlegg", !View.Attachments.IsEmpty),
            (T["Services, as printed in the plan"], "tjenester", !View.Appendix.IsEmpty),
        }
            .Where(part => part.IsThere)
            .Select(part => (part.Name, part.Anchor))
            .Concat(View.Regions.Select(region => (region.Heading, region.Anchor)));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindPlanAsync(slug, cancellationToken))
        {
            return NotFound();
        }

        var all = await background.ReadAsync(Plan, cancellationToken);
        var hasChapters = await chapters.HasAnyAsync(Plan, cancellationToken);
        View = hasChapters ? all.WithoutPassages() : all;
        TextHref = hasChapters ? PlanAddresses.FindHref(Site, Plan, PlanAddresses.Document) : null;
        return Page();
    }
}
