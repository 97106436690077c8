using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>&lt;option words="..."&gt;</c>: words as all that an element holds, where their language must stand on the element
/// itself: in <c>option</c> and <c>title</c> no other can.
/// </summary>
[HtmlTargetElement("*", Attributes = Attribute)]
public sealed class WordsTagHelper : TagHelper
{
    private const string Attribute = "words";

    /// <summary>The words; null for none.</summary>
    [HtmlAttributeName(Attribute)]
    public Wording? Words { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Words is null)
        {
            return;
        }

        if (Words.OtherLanguage is { } language)
        {
            output.Attributes.SetAttribute("lang", language.Name);
            output.Attributes.SetAttribute("dir", language.Direction);
        }

        output.Content.SetContent(Words.Value);
    }
}
