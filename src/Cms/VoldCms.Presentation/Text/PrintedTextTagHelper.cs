using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>&lt;printed-text value="..." /&gt;</c>: a document's own words as paragraphs and lists, escaped.
/// </summary>
[HtmlTargetElement("printed-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PrintedTextTagHelper(HtmlEncoder encoder) : TagHelper
{
    /// <summary>The words; null for none.</summary>
    public Wording? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Value?.OtherLanguage is { } language)
        {
            output.TagName = "div";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Attributes.SetAttribute("lang", language.Name);
            output.Attributes.SetAttribute("dir", language.Direction);
        }

        foreach (var block in PrintedText.Read(Value?.Value ?? ""))
        {
            Write(output, block);
        }
    }

    private void Write(TagHelperOutput output, PrintedBlock block)
    {
        var (begin, between, end) = block.IsList ? ("<ul><li>", "</li><li>", "</li></ul>") : ("<p>", "<br>", "</p>");
        output.Content.AppendHtml(begin);
        output.Content.AppendHtml(string.Join(between, block.Lines.Select(encoder.Encode)));
        output.Content.AppendHtml(end);
    }
}
