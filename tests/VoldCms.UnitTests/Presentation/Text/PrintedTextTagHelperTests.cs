using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Presentation.Text;

namespace VoldCms.UnitTests.Presentation.Text;

/// <summary>A document's words as HTML, and words of it that lead somewhere.</summary>
public sealed class PrintedTextTagHelperTests
{
    private static readonly WordLink[] s_links =
    [
        new("Skole", "/skole"),
        new("Skolens ledelse", "/ledelse"),
        new("Krisesenter", "/krisesenter"),
        new("krisesenteret", "/krisesenter"),
        new("A & B", "/a?b=1&c=2"),
    ];

    [Theory]
    [InlineData("Skole", "<p><a href=\"/skole\">Skole</a></p>")]
    [InlineData("Skolens ledelse", "<p><a href=\"/ledelse\">Skolens ledelse</a></p>")]
    [InlineData("Skolen, Skole og SFO", "<p>Skolen, <a href=\"/skole\">Skole</a> og SFO</p>")]
    [InlineData("Folkeskole Skole", "<p>Folkeskole <a href=\"/skole\">Skole</a></p>")]
    [InlineData("FolkeSkole", "<p>FolkeSkole</p>")]
    [InlineData("Krisesenter/krisesenteret", "<p><a href=\"/krisesenter\">Krisesenter</a>/<a href=\"/krisesenter\">krisesenteret</a></p>")]
    [InlineData("Skole\nSkole", "<p><a href=\"/skole\">Skole</a><br><a href=\"/skole\">Skole</a></p>")]
    [InlineData("• Skole • <b>", "<ul><li><a href=\"/skole\">Skole</a></li><li>&lt;b&gt;</li></ul>")]
    [InlineData("A & B", "<p><a href=\"/a?b=1&amp;c=2\">A &amp; B</a></p>")]
    [InlineData("Andre", "<p>Andre</p>")]
    [InlineData("", "")]
    public void Words_that_lead_somewhere_are_links_as_whole_words(string text, string html) => Assert.Equal(html, Render(text, s_links));

    [Theory]
    [InlineData("Skole & <b>", "<p>Skole &amp; &lt;b&gt;</p>")]
    public void Without_links_a_text_is_a_text(string text, string html)
    {
        Assert.Equal(html, Render(text, null));
        Assert.Equal(html, Render(text, []));
        Assert.Equal(html, Render(text, [new("", "/")]));
    }

    private static string Render(string text, IReadOnlyCollection<WordLink>? links)
    {
        var output = new TagHelperOutput("printed-text", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new PrintedTextTagHelper(HtmlEncoder.Default) { Value = text, Links = links }.Process(
            new TagHelperContext([], new Dictionary<object, object>(), "1"),
            output
        );
        return output.Content.GetContent();
    }
}
