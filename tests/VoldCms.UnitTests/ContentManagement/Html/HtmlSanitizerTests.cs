using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using VoldCms.ContentManagement.Html;

namespace VoldCms.UnitTests.ContentManagement.Html;

public sealed class HtmlSanitizerTests
{
    // What hostile and careless HTML is made of.
    private static readonly string[] s_pieces =
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<i lang=nn>",
        "</i>",
        "<a href='x'>",
        "<a href=\"javascript:x\">",
        "</a>",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "</td>",
        "<caption>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mi>",
        "<mglyph>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<select>",
        "<option>",
        "<template>",
        "</template>",
        "<noscript>",
        "</noscript>",
        "<form>",
        "</form>",
        "<button>",
        "<marquee>",
        "</marquee>",
        "<body onload=x>",
        "</body>",
        "<html>",
        "</html>",
        "<head>",
        "<frameset>",
        "<xmp>",
        "</xmp>",
        "<plaintext>",
        "<img src=x onerror=x>",
        "<img alt='",
        "<br>",
        "</br>",
        "<hr/>",
        "<li>",
        "<ul>",
        "</ul>",
        "<dd>",
        "<rt>",
        "<ruby>",
        "<pre>",
        "<pre>\n\n",
        "<h1>",
        "</h2>",
        "<nobr>",
        "<font>",
        "<desc>",
        "<foreignObject>",
        "<annotation-xml encoding=text/html>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "--!>",
        "<!",
        "<?x ",
        "<!doctype html>",
        ">",
        "<",
        "</",
        "'",
        "\"",
        "=",
        "&",
        "&lt;",
        "&amp;lt;",
        "&#0;",
        "&nbsp",
        "\0",
        "\r\n",
        "\t",
        "\u00a0",
        "\u2028",
        "\ud800",
        " x",
        "tekst ",
        "æ",
        "😀",
        "<x-y z>",
        "<a title='&quot;'>",
        "<p title=`x`>",
        "<td><script>alert(1)</script>",
        "<details open>",
        "<summary>",
    ];

    private static readonly Func<int, Gen<string>> s_texts = pieces =>
        Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]).Array[0, pieces].Select(string.Concat);

    // What plain HTML is made of, well and badly put together.
    private static readonly string[] s_plainPieces =
    [
        "<p>Ring <strong>nå</strong></p>",
        "<h2 lang=\"en\">Kort sagt</h2>",
        "<ul><li>en</li>\n<li>to</li></ul>",
        "<p><a href=\"https://a.no/?x=1#y\">a <em>b</em></a></p>",
        "\n",
        " ",
        "<ol><li><a href=\"/nb/hjelp\">c</a></li></ol>",
        "<p>",
        "</p>",
        "<strong>",
        "<strong lang=\"nn\">",
        "</strong>",
        "<em>",
        "</em>",
        "<a href=\"",
        "https://a.no",
        "\">",
        "</a>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "tel:112",
        "x",
        "æ\u2028",
        "<",
        ">",
        "&",
    ];

    private static readonly Gen<string> s_plainTexts = Gen.Int[0, s_plainPieces.Length - 1]
        .Select(index => s_plainPieces[index])
        .Array[1, 8]
        .Select(string.Concat);

    [Theory]
    [InlineData("Bare tekst")]
    [InlineData("Tekst &amp; tegn &lt;3")]
    [InlineData("<p>Ring <a href=\"tel:116006\">116 006</a>.</p>")]
    [InlineData("<ul><li>en</li><li>to</li></ul>")]
    [InlineData("<p lang=\"nn\">Éi setning med å og <br> linjeskift</p>")]
    [InlineData("<table><tbody><tr><th scope=\"row\">Frist</th><td colspan=\"2\">2027</td></tr></tbody></table>")]
    [InlineData("<p title=\"a &quot;b&quot; &lt; c\">x</p>")]
    public void What_is_clean_and_written_as_browsers_write_it_stays_as_it_is(string html)
    {
        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Equal(html, clean);
        Assert.Empty(removed);
    }

    [Theory]
    [InlineData("Bare tekst & tegn", "Bare tekst &amp; tegn")]
    [InlineData("<ul><li>en<li>to</ul>", "<ul><li>en</li><li>to</li></ul>")]
    [InlineData("<p>&aring;<br/>", "<p>å<br></p>")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a > b", "a &gt; b")]
    [InlineData("a\u00a0b", "a&nbsp;b")]
    [InlineData("</p>", "<p></p>")]
    [InlineData("a</div></body></html>b", "ab")]
    [InlineData("<a href=www.rvts.no>RVTS</a>", "<a href=\"https://www.rvts.no\">RVTS</a>")]
    public void What_is_written_otherwise_is_written_anew(string html, string expected)
    {
        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Equal(expected, clean);
        Assert.Empty(removed);
    }

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>")]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"java&Tab;script&colon;alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"//other.example/\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"/\\other.example/\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"https://u:p@other.example/\">a</a>", "<a>a</a>")]
    [InlineData("<q cite=\"data:text/html,x\">a</q>", "<q>a</q>")]
    [InlineData("<img src=\"https://other.example/pixel.gif\" alt=\"\">", "<img alt=\"\">")]
    [InlineData("<img src=\"www.other.example/pixel.gif\" alt=\"\">", "<img alt=\"\">")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\">")]
    [InlineData("<p href=\"/x\" colspan=\"2\" class=\"a\" id=\"b\">a</p>", "<p>a</p>")]
    [InlineData("<svg><script>alert(1)</script></svg>tekst", "tekst")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "")]
    [InlineData("<iframe src=\"https://other.example\"></iframe>b", "b")]
    [InlineData("<font color=red>rød</font>", "rød")]
    [InlineData("<form><p>felt</p></form>", "<p>felt</p>")]
    [InlineData("<p style=\"position:fixed\">a</p>", "<p>a</p>")]
    [InlineData("<!-- skjult --><p>a</p>", "<p>a</p>")]
    [InlineData("<!doctype html><p>a</p>", "<p>a</p>")]
    [InlineData("<![CDATA[<b>x</b>]]>", "x]]&gt;")]
    [InlineData("<?php echo 1 ?>x", "x")]
    [InlineData("<body onload=alert(1)>x", "x")]
    [InlineData("<html onclick=alert(1)><head><title>t</title></head>x", "x")]
    [InlineData("<frameset onload=alert(1)><frame src=javascript:x></frameset>x", "x")]
    [InlineData("<p>x<!-- uten slutt <b>y", "<p>x</p>")]
    [InlineData("<p>x<script>alert(1)", "<p>x</p>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("<font><font><script>x</script><b onclick=x>b</b></font></font>", "<b>b</b>")]
    [InlineData("<template><b>t</b></template>x", "x")]
    [InlineData("<p>a<marquee><p>b</p></marquee></p>", "<p>a</p><p>b</p><p></p>")]
    public void What_is_not_on_the_list_is_taken_out_and_told(string html, string expected)
    {
        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.Equal(expected, clean);
        Assert.NotEmpty(removed);
    }

    [Theory]
    [InlineData("<p>x</p", "<p>x</p>")]
    [InlineData("<p>x<img src=x onerror=alert(1)", "<p>x</p>")]
    [InlineData("<p>x<a title='", "<p>x</p>")]
    public void A_tag_without_an_end_is_none(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Sanitize(html).Html);

    // The suffix is nothing that is known by one look: there the library judges the same text.
    [Fact]
    public void What_is_known_by_one_look_is_what_the_library_would_give_back() =>
        s_plainTexts.Sample(
            html =>
            {
                const string Suffix = "<hr><p lang=\"nb\">x</p>";
                if (PlainHtml.Is(html))
                {
                    var (judged, removed) = HtmlSanitizer.Sanitize(html + Suffix);
                    Assert.Equal(html + Suffix, judged);
                    Assert.Empty(removed);
                }
            },
            iter: 20_000
        );

    [Theory]
    [InlineData(
        "<h2>Ring</h2>\n<p>Ring <strong>nå</strong>: <a href=\"tel:116006\"><em>116 "
            + "006</em></a>.</p><ul>\n<li>en</li><li><a href=\"/nb/hjelp\">to</a></li></ul>",
        true
    )]
    [InlineData("<p>a</p><p>b", false)]
    [InlineData("<p>a<p>b</p></p>", false)]
    [InlineData("<ul><li>a<li>b</li></ul>", false)]
    [InlineData("<p><ul><li>a</li></ul></p>", false)]
    [InlineData("<p lang=\"nn\"><strong lang=\"nb-NO\"><a href=\"tel:112\">112</a></strong></p>", true)]
    [InlineData("<p lang=\"\">a</p>", false)]
    [InlineData("<p lang=\"n&quot;n\">a</p>", false)]
    [InlineData("<p lang=\"nn\" dir=\"ltr\">a</p>", false)]
    [InlineData("<p><strong>a<em>b</em></strong></p>", false)]
    [InlineData("<p><strong><a href=\"tel:112\"><em>112</em></a></strong></p>", false)]
    [InlineData("<p><strong>a</p></strong>", false)]
    [InlineData("<p><a href=\"https://a.no/\">a<a href=\"https://b.no/\">b</a></a></p>", false)]
    [InlineData("<p><a href=\"javascript:x\">a</a></p>", false)]
    [InlineData("<p><a href=\"www.a.no\">a</a></p>", false)]
    [InlineData("<p><a href=\"\">a</a></p>", false)]
    [InlineData("<p><a href=\"https://a.no/\" onclick=\"x\">a</a></p>", false)]
    [InlineData("<P>a</P>", false)]
    [InlineData("<p >a</p>", false)]
    [InlineData("<p>a &lt; b</p>", false)]
    [InlineData("<p>a > b</p>", false)]
    [InlineData("<p>a\u00a0b</p>", false)]
    [InlineData("<p>a\0b</p>", false)]
    [InlineData("<p>a\rb</p>", false)]
    [InlineData("<p>a\ud800b</p>", false)]
    [InlineData("a<p>b</p>", false)]
    [InlineData("</p>", false)]
    [InlineData("<p>a</p></div>", false)]
    [InlineData("<p>a</p><!--", false)]
    public void Only_what_is_closed_and_named_is_known_by_one_look(string html, bool isPlain) => Assert.Equal(isPlain, PlainHtml.Is(html));

    [Fact]
    public void Cleaning_twice_changes_nothing_whatever_was_given() =>
        s_texts(30)
            .Sample(
                html =>
                {
                    var once = HtmlSanitizer.Sanitize(html).Html;
                    // The suffix is another text to the memory of what was cleaned.
                    var (again, removed) = HtmlSanitizer.Sanitize($"{once}<hr>");
                    Assert.Equal($"{once}<hr>", again);
                    Assert.Empty(removed);
                },
                iter: 2_000
            );

    [Theory]
    [InlineData("<div>", 19_000)]
    [InlineData("<x>", 15_000)]
    [InlineData("<div><object></div></object>", 4_000)]
    [InlineData("<div><!--</div>-->", 6_000)]
    [InlineData("<div title='</div>'>", 15_000)]
    [InlineData("<math><td>", 9_000)]
    [InlineData("<svg><wbr>", 9_000)]
    [InlineData("<dd><li>", 9_000)]
    [InlineData("<rt>", 15_000)]
    [InlineData("<table><tr><td></div>", 5_000)]
    [InlineData("<select><xmp></select><div>", 6_000)]
    public void A_nest_without_end_is_found_before_it_is_parsed(string piece, int count)
    {
        var html = $"<div>{string.Concat(Enumerable.Repeat(piece, count))}bunn";
        var removals = new HtmlRemovals();

        Assert.Equal("elements nested too deep", HtmlScan.FindExcess(html, removals));
        var (clean, removed) = HtmlSanitizer.Sanitize(html);
        Assert.EndsWith("bunn", clean, StringComparison.Ordinal);
        Assert.StartsWith("&lt;div&gt;", clean, StringComparison.Ordinal);
        Assert.Contains("all mark-up of a text with elements nested too deep", removed);
        Assert.Equal(clean, HtmlSanitizer.Sanitize(clean).Html);
    }

    [Fact]
    public void What_passes_the_scan_is_no_deep_and_no_large_tree() =>
        s_texts(4)
            .Sample(
                piece =>
                {
                    var html = string.Concat(Enumerable.Repeat(piece, 500));
                    if (HtmlScan.FindExcess(html, new()) is null)
                    {
                        var body = new HtmlParser().ParseDocument("<!doctype html><body></body>").Body!;
                        body.InnerHtml = html;
                        var (count, depth) = Measure(body);
                        Assert.InRange(depth, 0, HtmlScan.MaximumDepth);
                        Assert.InRange(count, 0, 60_000);
                    }
                },
                iter: 200
            );

    [Fact]
    public void Formatting_that_would_be_opened_anew_in_every_paragraph_is_found()
    {
        var open = string.Concat(Enumerable.Range(0, 250).Select(number => $"<b lang={number}>"));
        var html = $"<p>{open}</p>{string.Concat(Enumerable.Repeat("<p>x</p>", 2_000))}";

        Assert.Contains("all mark-up of a text with formatting that is never closed", HtmlSanitizer.Sanitize(html).Removed);
    }

    [Fact]
    public void An_element_of_too_many_attributes_is_not_looked_at()
    {
        var html = $"<p {string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"a{number}"))}>x</p>";

        Assert.Contains("all mark-up of a text with more than 100 attributes of one element", HtmlSanitizer.Sanitize(html).Removed);
    }

    [Fact]
    public void Html_with_more_tags_than_any_text_has_is_not_read_at_all()
    {
        var html = string.Concat(Enumerable.Repeat("<p>x</p>", 500_000)) + "bunn";

        var (clean, removed) = HtmlSanitizer.Sanitize(html);

        Assert.EndsWith("&lt;/p&gt;bunn", clean, StringComparison.Ordinal);
        Assert.Single(removed);
    }

    [Fact]
    public void A_long_text_that_is_written_carelessly_is_still_prose()
    {
        var html = string.Concat(
            Enumerable.Repeat(
                "<h2>Frist<h2><p>En<p>To <b>tre</b><ul><li>fire<li>fem <i>seks</i></ul><table><tr><td>a<td><p>b<tr><td>c</table><!-- x -->",
                500
            )
        );

        var (clean, removed) = HtmlSanitizer.Sanitize(html.Replace("<h2>Frist<h2>", "<h2>Frist</h2>", StringComparison.Ordinal));

        Assert.StartsWith(
            "<h2>Frist</h2><p>En</p><p>To <b>tre</b></p><ul><li>fire</li><li>fem <i>seks</i></li></ul><table><tbody><tr><td>a</td>",
            clean,
            StringComparison.Ordinal
        );
        Assert.Equal(["a comment"], removed);
    }

    [Fact]
    public void However_much_is_taken_out_little_is_told()
    {
        var html = string.Concat(Enumerable.Range(0, 100).Select(number => $"<x{number}>x</x{number}>")) + $"<{new string('y', 5_000)}>";

        Assert.InRange(HtmlSanitizer.Sanitize(html).Removed.Count, 20, 21);
    }

    private static (int Count, int Depth) Measure(INode root)
    {
        var (count, deepest) = (0, 0);
        var open = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            count++;
            deepest = Math.Max(deepest, next.Depth);
            foreach (var child in next.Node.ChildNodes.OfType<IElement>())
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return (count, deepest);
    }
}
