using VoldCms.ContentManagement.Html;

namespace VoldCms.UnitTests.ContentManagement;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("Bare tekst & tegn")]
    [InlineData("<p>Ring <a href=\"tel:116006\">116 006</a>.</p>")]
    [InlineData("<ul><li>en<li>to</ul>")]
    [InlineData("<p lang=\"nn\">Éi setning med &aring; og <br> linjeskift</p>")]
    [InlineData("<table><tr><th scope=\"row\">Frist</th><td>2027</td></tr></table>")]
    public void Clean_html_comes_back_as_the_very_same_text(string html)
    {
        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Same(html, clean);
        Assert.Empty(removed);
    }

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>")]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"//other.example/\">a</a>", "<a>a</a>")]
    [InlineData("<img src=\"https://other.example/pixel.gif\" alt=\"\">", "<img alt=\"\">")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\">")]
    [InlineData("<svg><script>alert(1)</script></svg>tekst", "tekst")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "")]
    [InlineData("<iframe src=\"https://other.example\"></iframe>b", "b")]
    [InlineData("<font color=red>rød</font>", "rød")]
    [InlineData("<form><p>felt</p></form>", "<p>felt</p>")]
    [InlineData("<p style=\"position:fixed\">a</p>", "<p>a</p>")]
    [InlineData("<!-- skjult --><p>a</p>", "<p>a</p>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("<font><font><script>x</script><b onclick=x>b</b></font></font>", "<b>b</b>")]
    public void What_is_not_on_the_list_is_taken_out_and_told(string html, string expected)
    {
        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Equal(expected, clean);
        Assert.NotEmpty(removed);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        string[] hostile =
        [
            "<p>a<script>x</script><svg><p>b</svg>", "<table><form><td>x</form><script>y</script></table>",
            "<math><mi><mglyph><style></math><img src onerror=x>", "<a href='java&#9;script:x'>l</a><template><b>t</b></template>",
        ];

        Assert.All(hostile, html =>
        {
            var (once, _) = HtmlSanitizer.Sanitize(html);
            var (twice, removed) = HtmlSanitizer.Sanitize(once);
            Assert.Equal(once, twice);
            Assert.Empty(removed);
        });
    }

    [Fact]
    public void Html_nested_too_deep_keeps_its_words()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 2_000)) + "bunn";

        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Contains("bunn", clean, StringComparison.Ordinal);
        Assert.Contains("elements nested too deep", removed);
    }

    [Fact]
    public void Html_with_more_tags_than_any_text_has_is_not_read_at_all()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 1_000_000)) + "bunn";

        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.EndsWith("&lt;div&gt;bunn", clean, StringComparison.Ordinal);
        Assert.Single(removed);
    }
}
