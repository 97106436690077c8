using Microsoft.AspNetCore.Razor.TagHelpers;
using VoldCms.Presentation.Text;
using Xunit;

namespace VoldCms.UnitTests.Presentation.Text;

public sealed class RichTextTagHelperTests
{
    [Theory]
    [InlineData(
        """<p><a href="https://example.org/a">x</a></p>""",
        """<p><a rel="noreferrer noopener" href="https://example.org/a">x</a></p>"""
    )]
    [InlineData(
        """<a title="a > b" href="http://example.org">x</a>""",
        """<a rel="noreferrer noopener" title="a &gt; b" href="http://example.org">x</a>"""
    )]
    [InlineData("""<a href="HTTPS://EXAMPLE.org/">x</a>""", """<a rel="noreferrer noopener" href="HTTPS://EXAMPLE.org/">x</a>""")]
    [InlineData(
        """<a rel="opener" href="https://example.org">x</a>""",
        """<a rel="noreferrer noopener" href="https://example.org">x</a>"""
    )]
    [InlineData("""<a href="tel:112">x</a> <a href="/nb/hjelp">y</a>""", """<a href="tel:112">x</a> <a href="/nb/hjelp">y</a>""")]
    [InlineData("""<p>&lt;a href="https://example.org"&gt;</p>""", """<p>&lt;a href="https://example.org"&gt;</p>""")]
    [InlineData("""<a title="<a href=&quot;https:" href="/x">x</a>""", """<a title="&lt;a href=&quot;https:" href="/x">x</a>""")]
    public void A_link_to_elsewhere_takes_nothing_along(string html, string expected) => Assert.Equal(expected, Render(html));

    [Fact]
    public void What_is_not_allowed_is_not_in_a_page() => Assert.Equal("<p>x</p>", Render("<p onclick=\"a()\">x<script>a()</script></p>"));

    private static string Render(string html)
    {
        var output = new TagHelperOutput("rich-text", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new RichTextTagHelper { Html = html }.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        return output.Content.GetContent();
    }
}
