using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Plans.PlanParts;

/// <summary>
/// The pages below a plan's own: <c>planer/{slug}/dokument</c>, <c>planer/{slug}/bakgrunn</c>. A plan that an editor has put
/// elsewhere than <c>planer/{slug}</c> has its own page alone.
/// </summary>
internal static class PlanAddresses
{
    /// <summary>The list of plans, and the segment before every plan.</summary>
    public const string Plans = "planer";

    /// <summary>The list of those who are responsible, and what stands before each of them.</summary>
    public const string Parties = $"{Plans}/ansvarlige";

    /// <summary>What comes again every year.</summary>
    public const string AnnualWheel = $"{Plans}/arshjul";

    public const string Document = "dokument";
    public const string Background = "bakgrunn";

    /// <summary>Null where the plan's address has no room for it.</summary>
    public static string? FindHref(Site site, ContentItem plan, string page) =>
        ContentItemParts.PathOf(plan)?.Split('/') is [Plans, { Length: > 0 } slug] ? site.Href($"{Plans}/{slug}/{page}") : null;
}
