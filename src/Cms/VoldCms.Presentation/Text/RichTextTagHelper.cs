using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.ContentManagement.Html;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>&lt;rich-text html="..." /&gt;</c>: an editor's HTML, through the sanitizer once more on its way out. The only way for
/// raw HTML into a page.
/// </summary>
[HtmlTargetElement("rich-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RichTextTagHelper : TagHelper
{
    /// <summary>The stored HTML, as the sanitizer has left it; null for none.</summary>
    public string? Html { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(HtmlSanitizer.Sanitize(Html ?? "").Html);
    }
}
