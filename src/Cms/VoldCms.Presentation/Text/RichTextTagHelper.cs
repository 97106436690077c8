using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.ContentManagement.Html;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>&lt;rich-text html="..." /&gt;</c>: an editor's HTML, through the sanitizer once more on its way out, with links to elsewhere that
/// take nothing along. The only way for raw HTML into a page.
/// </summary>
[HtmlTargetElement("rich-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class RichTextTagHelper : TagHelper
{
    /// <summary>The stored HTML, as the sanitizer has left it; null for none.</summary>
    public string? Html { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(LinkToElsewhere().Replace(HtmlSanitizer.Sanitize(Html ?? "").Html, "$0rel=\"noreferrer noopener\" "));
    }

    // What the sanitizer has written: no "<" in a text is bare, every value stands in double quotes, and none of its links has a rel.
    [GeneratedRegex("<a (?=(?:[a-z-]+=\"[^\"]*\" ?)*?href=\"https?:)", RegexOptions.IgnoreCase)]
    private static partial Regex LinkToElsewhere();
}
