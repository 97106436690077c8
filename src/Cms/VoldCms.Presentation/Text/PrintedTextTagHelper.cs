using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>&lt;printed-text value="..." /&gt;</c>: a document's own words as paragraphs and lists, escaped; with <c>links</c>, those words are
/// links.
/// </summary>
[HtmlTargetElement("printed-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PrintedTextTagHelper(HtmlEncoder encoder) : TagHelper
{
    /// <summary>The words; null for none.</summary>
    public Wording? Value { get; set; }

    /// <summary>Words of the text that lead somewhere; null for none.</summary>
    public IReadOnlyCollection<WordLink>? Links { get; set; }

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
        output.Content.AppendHtml(string.Join(between, block.Lines.Select(Encode)));
        output.Content.AppendHtml(end);
    }

    private string Encode(string line) =>
        Links is { Count: > 0 } links
            ? string.Concat(
                WordLinks
                    .Split(line, links)
                    .Select(piece =>
                        piece.Href is { } href
                            ? $"<a href=\"{encoder.Encode(href)}\">{encoder.Encode(piece.Text)}</a>"
                            : encoder.Encode(piece.Text)
                    )
            )
            : encoder.Encode(line);
}
