using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.PlanParts;

/// <summary>What a plan is called where its own title would say too much, or is too long.</summary>
internal static class PlanLabels
{
    /// <summary>What sort of plan it is, in the language of the page.</summary>
    public static Wording Kind(ContentItem plan, Texts texts) =>
        plan.Text(PlanContentTypes.Plan, "Kind") switch
        {
            "handlingsplan" => texts["Action plan"],
            "tiltaksplan" => texts["Plan of measures"],
            "temaplan" => texts["Theme plan"],
            "forebyggende" => texts["Prevention plan"],
            "fagplan" => texts["Specialist plan"],
            _ => texts["Plan"],
        };

    /// <summary>The sort and the years, such as "Action plan 2014–2018": true, and discreet enough for a title bar.</summary>
    public static Wording Discreet(ContentItem plan, Texts texts)
    {
        var (from, to) = Years(plan);
        var kind = Kind(plan, texts);
        return (from, to) switch
        {
            ({ } first, { } last) => kind with { Value = $"{kind.Value} {first}–{last}" },
            (null, { } last) => texts["{0} until {1}", kind, $"{last}"],
            ({ } first, null) => texts["{0} from {1}", kind, $"{first}"],
            _ => kind,
        };
    }

    /// <summary>The first and the last year, or the last alone; null for a plan that has no last one.</summary>
    public static string? Period(ContentItem plan) =>
        Years(plan) switch
        {
            ({ } first, { } last) => $"{first}–{last}",
            (null, { } last) => $"{last}",
            _ => null,
        };

    /// <summary>The short title, for breadcrumbs and links.</summary>
    public static string Short(ContentItem plan) => plan.Text(PlanContentTypes.Plan, "ShortTitle") ?? plan.DisplayText ?? "";

    /// <summary>The language that the document is written in.</summary>
    public static string Language(ContentItem plan) => plan.Text(PlanContentTypes.Plan, "Language") ?? "nb";

    /// <summary>The same for pages, which say it to those who look for them; empty for a language that the house does not know.</summary>
    public static ImmutableArray<Culture> WrittenIn(ContentItem plan) => Cultures.Find(Language(plan)) is { } culture ? [culture] : [];

    private static (int? From, int? To) Years(ContentItem plan) =>
        (
            plan.Number(PlanContentTypes.Plan, "PeriodFrom"),
            plan.Number(PlanContentTypes.Plan, "ProlongedTo") ?? plan.Number(PlanContentTypes.Plan, "PeriodTo")
        );
}
