using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Areas.HelpPages.Pages;

/// <summary>A word's own address leads to its place on the page of words.</summary>
internal sealed class WordPage(Site site, RequestedItem requested) : PageModel
{
    public IActionResult OnGet() => Redirect(Request.WithQuestion(
        $"{site.Href(ReferenceReader.WordsPath)}#{Uri.EscapeDataString(ReferenceReader.WordAnchor(requested.Item))}"));
}
