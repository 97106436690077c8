using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Help;

/// <summary>A help page, and those whose addresses lie below its own.</summary>
/// <param name="Page">It.</param>
/// <param name="Below">Those below it at any depth, in the editor's order.</param>
internal sealed record HelpBranch(ItemLink Page, ImmutableArray<ItemLink> Below)
{
    /// <summary>Pages in an order as branches in the same: a page below none of the others stands by itself.</summary>
    public static ImmutableArray<HelpBranch> ToBranches(ImmutableArray<ItemLink> pages) =>
        [.. pages.Where(page => !pages.Any(page.IsBelow)).Select(top => new HelpBranch(top, [.. pages.Where(page => page.IsBelow(top))]))];
}

/// <summary>What a help page leads on to.</summary>
/// <param name="Below">More about the same, on pages of their own.</param>
/// <param name="Services">Who can help.</param>
/// <param name="Resources">Pages elsewhere.</param>
/// <param name="Duties">Duties to act that bear on it.</param>
/// <param name="Regions">What other modules have about it.</param>
/// <param name="Related">Help pages to read next.</param>
internal sealed record HelpPageView(
    ImmutableArray<ItemLink> Below,
    ImmutableArray<ContentDisplay> Services,
    ImmutableArray<ResourceView> Resources,
    ImmutableArray<ItemLink> Duties,
    ImmutableArray<ItemRegion> Regions,
    ImmutableArray<ItemLink> Related
);

/// <summary>A page elsewhere.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Its address.</param>
/// <param name="Domain">Whose it is, so that nobody is led away unawares.</param>
/// <param name="Text">A few words about it; null when there are none.</param>
internal sealed record ResourceView(string Title, string Href, string Domain, string? Text);

/// <summary>The list of help pages.</summary>
/// <param name="Pages">Those that help, in the editor's order.</param>
/// <param name="Ways">The same pages by what happens, and by who the reader is.</param>
/// <param name="AboutTheSite">Those that tell of the site itself.</param>
internal sealed record HelpListView(ImmutableArray<HelpBranch> Pages, ImmutableArray<HelpWay> Ways, ImmutableArray<ItemLink> AboutTheSite);

/// <summary>One way of finding the right help page.</summary>
/// <param name="Question">What the reader answers.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Answers">Each with the pages for it.</param>
internal sealed record HelpWay(Wording Question, string Anchor, ImmutableArray<HelpAnswer> Answers);

/// <summary>An answer, and the help pages for whoever gives it.</summary>
internal sealed record HelpAnswer(Wording Name, ImmutableArray<ItemLink> Pages);
