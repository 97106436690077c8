using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.HelpPages.Help;

/// <summary>What a help page leads on to.</summary>
/// <param name="Services">Who can help, numbers first.</param>
/// <param name="Resources">Pages elsewhere.</param>
/// <param name="Duties">Duties to act that bear on it.</param>
/// <param name="Related">Help pages to read next.</param>
public sealed record HelpPageView(
    ImmutableArray<ServiceView> Services, ImmutableArray<ResourceView> Resources, ImmutableArray<ItemLink> Duties, ImmutableArray<ItemLink> Related);

/// <summary>A service on a help page.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Its own page; null where no module brings one.</param>
/// <param name="Description">What it does; null when nothing is said.</param>
/// <param name="Language">The language of name, description and hours where it is not the page's; else null.</param>
/// <param name="Phones">Its numbers, in the editor's order.</param>
/// <param name="Sites">Its addresses on the web, such as a chat.</param>
/// <param name="Verifications">Where the numbers come from, and who has checked them.</param>
public sealed record ServiceView(
    string Name,
    string? Href,
    string? Description,
    Culture? Language,
    ImmutableArray<PhoneView> Phones,
    ImmutableArray<ResourceView> Sites,
    ImmutableArray<string> Verifications);

/// <summary>A number to call.</summary>
/// <param name="Number">As it is read.</param>
/// <param name="Href">As it is dialled.</param>
/// <param name="Hours">When somebody answers, in the source's words; null when it is not known.</param>
public sealed record PhoneView(string Number, string Href, string? Hours);

/// <summary>A page elsewhere.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">Its address.</param>
/// <param name="Domain">Whose it is, so that nobody is led away unawares.</param>
/// <param name="Text">A few words about it; null when there are none.</param>
public sealed record ResourceView(string Title, string Href, string Domain, string? Text)
{
    /// <summary>Null where the address is not one of the web.</summary>
    internal static ResourceView? Create(string title, string href, string? text) =>
        Uri.TryCreate(href, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? new(title, href, address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost, text)
            : null;
}

/// <summary>The list of help pages.</summary>
/// <param name="Pages">Those that help, in the editor's order.</param>
/// <param name="Ways">The same pages by what happens, and by who the reader is.</param>
/// <param name="AboutTheSite">Those that tell of the site itself.</param>
public sealed record HelpListView(ImmutableArray<ItemLink> Pages, ImmutableArray<HelpWay> Ways, ImmutableArray<ItemLink> AboutTheSite);

/// <summary>One way of finding the right help page.</summary>
/// <param name="Question">In the language of the page.</param>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Answers">Each with the pages for it.</param>
public sealed record HelpWay(string Question, string Anchor, ImmutableArray<HelpAnswer> Answers);

/// <summary>An answer, and the help pages for whoever gives it.</summary>
public sealed record HelpAnswer(string Name, Culture? Language, ImmutableArray<ItemLink> Pages);
