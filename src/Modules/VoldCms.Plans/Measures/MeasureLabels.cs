using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>What a measure is called in a list and in a link.</summary>
internal static partial class MeasureLabels
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
    /// The number as printed; where the document has none, our own, the one in the measure's address: "6.2.18" at
    /// <c>tiltak/temaplan/6-2-18</c>, so that nobody meets two numbers of one measure. Null for a row below a numbered measure, for its
    /// place is another measure's number.
    /// </summary>
    public static string? Of(ContentItem measure) =>
        measure.Text(PlanContentTypes.Measure, "Number") is { } number ? number
        : measure.FirstId(PlanContentTypes.Measure, "ParentMeasure") is not null ? null
        : InAddress(measure)
            ?? $"{measure.Number(PlanContentTypes.Measure, "PlanOrder") ?? measure.Number(PlanContentTypes.Measure, "Order") ?? 1}";

    /// <summary>The document does not number it, and a number of ours stands in its place.</summary>
    public static bool IsNumberedByUs(ContentItem measure) =>
        Of(measure) is not null && measure.Text(PlanContentTypes.Measure, "Number") is null;

    /// <summary>"Measure 8", or that it has no number.</summary>
    public static Wording NameIn(Texts texts, string? label) =>
        label is null ? texts["Measure without a number"] : texts["Measure {0}", label];

    /// <summary>The id of a measure's row on the plan's page, from its path.</summary>
    public static string AnchorOf(string path) => $"m-{path[(path.LastIndexOf('/') + 1)..]}";

    // A letter or a number, and numbers: what an editor has written in words is no number.
    private static string? InAddress(ContentItem measure) =>
        ContentItemParts.PathOf(measure) is { } path && path[(path.LastIndexOf('/') + 1)..] is var last && Numbering().IsMatch(last)
            ? last.Replace('-', '.').ToUpperInvariant()
            : null;

    [GeneratedRegex(@"^([a-z]|\d{1,3})(-\d{1,3})*\z")]
    private static partial Regex Numbering();

    /// <summary>The addresses printed in a measure, each with a word where it leads the public to a closed door.</summary>
    public static ImmutableArray<LinkCard> LinksOf(ContentItem measure, Texts texts) =>
        [
            .. measure
                .Bag("Links")
                .Select(link =>
                    link.Link(PlanContentTypes.MeasureLink, "Address") is { } address
                        ? new LinkCard(
                            address.Text,
                            address.Href,
                            link.Text(PlanContentTypes.MeasureLink, "Kind") == "internal"
                                ? texts["Only for the municipality’s staff"]
                                : null
                        )
                        : null
                )
                .OfType<LinkCard>(),
        ];
}
