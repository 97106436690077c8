using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>What a measure is called in a list and in a link.</summary>
internal static class MeasureLabels
{
    /// <summary>The index that gives a plan its order.</summary>
    public const string PlanOrder = "Measure.PlanOrder";

    /// <summary>The cells that a document prints below a measure's words, and what they are called.</summary>
    public static readonly (string Field, string Name)[] Remarks =
    [
        ("SeeAlsoText", "See also"),
        ("ContactText", "Contact, as printed in the plan"),
    ];

    /// <summary>
    /// The number as printed; where the document has none, the measure's place in the plan. Null for a row below a numbered
    /// measure: its place is another measure's number.
    /// </summary>
    public static string? Of(ContentItem measure) =>
        measure.Text(PlanContentTypes.Measure, "Number") is { } number ? number
        : measure.FirstId(PlanContentTypes.Measure, "ParentMeasure") is not null ? null
        : $"{measure.Number(PlanContentTypes.Measure, "PlanOrder") ?? measure.Number(PlanContentTypes.Measure, "Order") ?? 1}";

    /// <summary>"Measure 8", or that it has no number.</summary>
    public static Wording NameIn(Texts texts, string? label) =>
        label is null ? texts["Measure without a number"] : texts["Measure {0}", label];

    /// <summary>The id of a measure's row on the plan's page, from its path.</summary>
    public static string AnchorOf(string path) => $"m-{path[(path.LastIndexOf('/') + 1)..]}";

    /// <summary>The addresses printed in a measure.</summary>
    public static ImmutableArray<LinkCard> LinksOf(ContentItem measure) =>
        [
            .. measure
                .Bag("Links")
                .Select(link => link.Link(PlanContentTypes.MeasureLink, "Address"))
                .OfType<OutwardLink>()
                .Select(link => new LinkCard(link.Text, link.Href)),
        ];
}
