using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Reference;

/// <summary>Where words come from: the document, the page, or both.</summary>
/// <param name="Text">As the document names it.</param>
/// <param name="Href">Null when the source is not on the web.</param>
/// <param name="IsElsewhere">Whether the address leads away from the site.</param>
/// <param name="Chapter">Where in the document; null when it does not say.</param>
internal sealed record SourceView(string Text, string? Href, bool IsElsewhere, Wording? Chapter = null);

/// <summary>The kinds of violence.</summary>
/// <param name="Kinds">Each with its explanation.</param>
/// <param name="Sources">Where those are from, each document once.</param>
internal sealed record KindListView(ImmutableArray<ItemLink> Kinds, ImmutableArray<SourceView> Sources)
{
    /// <summary>Before they are read.</summary>
    public static KindListView Empty { get; } = new([], []);
}

/// <summary>A kind of violence, explained.</summary>
/// <param name="Definition">In its source's words.</param>
/// <param name="Sources">Where those are from.</param>
/// <param name="Services">Who can help.</param>
/// <param name="Others">The other kinds.</param>
internal sealed record KindView(
    string Definition,
    ImmutableArray<SourceView> Sources,
    ImmutableArray<ContentDisplay> Services,
    ImmutableArray<ItemLink> Others
);

/// <summary>A duty to act, with its laws.</summary>
/// <param name="Text">The explanation.</param>
/// <param name="AppliesTo">Whom it binds; null when the source does not say.</param>
/// <param name="ReportTo">Where to report, a place a line.</param>
/// <param name="OverridesConfidentiality">Whether it goes before confidentiality; null when the source does not say.</param>
/// <param name="Laws">As the source names them; those that have a text lead to it.</param>
/// <param name="Sources">Where the explanation comes from.</param>
/// <param name="IsPrinted">Whether it is a plan's own words, of its own day.</param>
/// <param name="SameAs">The same duty, explained for everybody; null when there is none.</param>
/// <param name="Printed">The same duty as plans print it.</param>
internal sealed record DutyView(
    string? Text,
    string? AppliesTo,
    ImmutableArray<string> ReportTo,
    bool? OverridesConfidentiality,
    ImmutableArray<LawLink> Laws,
    ImmutableArray<SourceView> Sources,
    bool IsPrinted,
    ItemLink? SameAs,
    ImmutableArray<ItemLink> Printed
);

/// <summary>The duties, and what plans say of them besides.</summary>
/// <param name="Duties">Each duty once.</param>
/// <param name="Printed">The same duties as plans print them, what they say before them, and where they have them from.</param>
internal sealed record DutyListView(ImmutableArray<ItemLink> Duties, ImmutableArray<ItemLink> Printed);

/// <summary>A law's name, and the way to what the documents say about it; null where they only name it.</summary>
internal sealed record LawLink(string Name, string? Href);

/// <summary>A law or a section of one, as a document names it.</summary>
/// <param name="Anchor">The id on the page.</param>
/// <param name="Name">Law and paragraph.</param>
/// <param name="Text">What the document says about it; null when it only names it.</param>
/// <param name="Sources">The document and chapter, and the law itself.</param>
/// <param name="IsFromPlan">It stands in a plan.</param>
internal sealed record LawView(string Anchor, string Name, string? Text, ImmutableArray<SourceView> Sources, bool IsFromPlan);

/// <summary>A word or an abbreviation, explained.</summary>
internal sealed record WordView(
    string Anchor,
    string Word,
    string? Definition,
    ImmutableArray<string> Points,
    ImmutableArray<SourceView> Sources,
    Culture? Language
);

/// <summary>The words that begin with one letter.</summary>
internal sealed record WordGroup(string Letter, string Anchor, ImmutableArray<WordView> Words);
