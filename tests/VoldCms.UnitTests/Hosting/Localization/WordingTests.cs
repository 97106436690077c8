using System.Text.Encodings.Web;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Localization;

public sealed class WordingTests
{
    private static readonly Culture s_english = Cultures.Find("en")!;
    private static readonly Culture s_arabic = Cultures.Find("ar")!;

    [Fact]
    public void Words_in_the_language_of_the_page_are_only_escaped() =>
        Assert.Equal("Fire &amp; flames", new Wording("Fire & flames").ToHtml(HtmlEncoder.Default));

    [Fact]
    public void Words_in_another_language_say_which_and_how_it_is_read()
    {
        Assert.Equal(
            """<span lang="en" dir="ltr">Fire &amp; flames</span>""",
            new Wording("Fire & flames", s_english).ToHtml(HtmlEncoder.Default)
        );
        Assert.StartsWith(
            """<span lang="ar" dir="rtl">""",
            new Wording("…", s_arabic).ToHtml(HtmlEncoder.Default),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Joined_words_keep_each_its_language()
    {
        using var writer = new StringWriter();

        Wording.Join(" & ", ["Gratis", new Wording("Free", s_english)]).WriteTo(writer, HtmlEncoder.Default);

        Assert.Equal("""Gratis &amp; <span lang="en" dir="ltr">Free</span>""", writer.ToString());
    }
}
