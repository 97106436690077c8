using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Text;

/// <summary>
/// <c>aria-label="@T["..."]"</c>: a name that is not seen. An attribute is in its element's language; a name in another one
/// stands hidden in the element, or before a list, which can hold nothing but its items; the element says that it is named by that.
/// </summary>
[HtmlTargetElement("*", Attributes = Attribute)]
public sealed class LabelTagHelper(HtmlEncoder encoder) : TagHelper
{
    private const string Attribute = "aria-label";

    private static readonly object s_countKey = new();

    /// <summary>The name; null for none.</summary>
    [HtmlAttributeName(Attribute)]
    public Wording? Label { get; set; }

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Label?.OtherLanguage is not { } language)
        {
            output.Attributes.SetAttribute(Attribute, Label?.Value);
            return;
        }

        var items = ViewContext.HttpContext.Items;
        var number = items[s_countKey] is int last ? last + 1 : 1;
        items[s_countKey] = number;
        var id = string.Create(CultureInfo.InvariantCulture, $"navn-{number}");
        var place = context.TagName is "ul" or "ol" or "dl" ? output.PreElement : output.PreContent;
        place.AppendHtml(
            $"""<span hidden id="{id}" lang="{language.Name}" dir="{language.Direction}">{encoder.Encode(Label.Value)}</span>"""
        );
        output.Attributes.SetAttribute("aria-labelledby", id);
    }
}
