using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Items;

/// <summary>A term of a taxonomy as a page shows it. Immutable.</summary>
/// <param name="Id">What fields name it by.</param>
/// <param name="Name">In the language of the page or the nearest that it has a name in; empty when it has none at all.</param>
/// <param name="Code">The neutral number that stands for it in addresses; null when it has none.</param>
public sealed record Term(ContentItemId Id, Wording Name, int? Code)
{
    private const string Part = "Term";

    // What is written in the title; each other language has a field of its own, named after it.
    private const string TitleCulture = "nb";

    /// <summary>Named in the language of the page or, along its fallbacks, the nearest that the term has a name in.</summary>
    /// <param name="item">One item of a <c>TaxonomyPart</c>, with a part <c>Term</c> of fields such as <c>Nn</c>, <c>En</c> and
    /// <c>Code</c>.</param>
    /// <param name="page">The language of the page.</param>
    public static Term Read(ContentItem item, Culture page)
    {
        var culture = Cultures.AnswerChain(page.Name).FirstOrDefault(culture => NameIn(item, culture) is not null) ?? TitleCulture;
        return new(
            item.ContentItemId,
            new(NameIn(item, culture) ?? "", culture == page.Name ? null : Cultures.Find(culture)),
            item.Number(Part, "Code")
        );
    }

    private static string? NameIn(ContentItem item, string culture) =>
        culture != TitleCulture ? item.Text(Part, FieldOf(culture))
        : string.IsNullOrEmpty(item.DisplayText) ? null
        : item.DisplayText;

    private static string FieldOf(string culture) => string.Concat(char.ToUpperInvariant(culture[0]).ToString(), culture.AsSpan(1));
}
