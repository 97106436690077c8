using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Localization;
using VoldCms.EndToEndTests.Site;
using VoldCms.Hosting.Localization;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>
/// The interface's texts stand where their language is said (WCAG 3.1.1, 3.1.2): on every page, also those in a language that
/// has no texts of its own (<c>/prove/fa</c>).
/// </summary>
public sealed partial class LanguageTests(SeededSite site)
{
    private static readonly string[] s_saidAttributes =
    [
        "aria-label",
        "alt",
        "title",
        "placeholder",
        "data-label",
        "data-leaving",
        "data-two",
        "data-one",
        "data-expired",
    ];

    [Fact]
    public async Task No_text_stands_in_another_language_than_its_own()
    {
        var texts = ReadTexts();
        var looked = 0;
        var faults = new List<string>();
        foreach (var page in (await site.Crawled).Where(page => page.IsHtml && !page.Path.Contains('?', StringComparison.Ordinal)))
        {
            foreach (var (words, element) in SaidIn(new HtmlParser().ParseDocument(page.Text)))
            {
                var said = element.Closest("[lang]")?.GetAttribute("lang") ?? "";
                if (texts.GetValueOrDefault(words) is { } languages)
                {
                    looked++;
                    if (!languages.Contains(said))
                    {
                        faults.Add(
                            $"{page.Path}: \"{words}\" ({string.Join(", ", languages)}) "
                                + $"in {said}, <{element.LocalName} class='{element.ClassName}'>"
                        );
                    }
                }
            }
        }

        Assert.True(looked > 10_000, $"{looked} texts are too few to be the site.");
        Faults.AssertNone(faults);
    }

    [Fact]
    public async Task A_page_whose_texts_a_machine_has_translated_says_so()
    {
        var notice = site.Services.GetRequiredService<TextCatalog>().For(Cultures.Find("ar")!, tenant: null)[
            "This site’s own texts in this language are translated by a machine, and nobody has checked them yet."
        ];
        Assert.Null(notice.OtherLanguage);

        var said = (await site.Crawled)
            .Where(page => page is { IsHtml: true, View: not null })
            .ToLookup(page => page.Text.Contains(notice.Value, StringComparison.Ordinal), page => page.Path);

        Assert.NotEmpty(said[true]);
        Assert.All(said[true], path => Assert.Contains("ar", path.Split('/')));
        Assert.DoesNotContain(said[false], path => path.Split('/').Contains("ar"));
    }

    // The words between tags, and those in attributes that are read out.
    private static IEnumerable<(string Words, IElement Element)> SaidIn(IDocument page) =>
        page.All.SelectMany(element =>
            element
                .ChildNodes.OfType<IText>()
                .Select(text => text.Data.Trim())
                .Concat(s_saidAttributes.Select(name => element.GetAttribute(name) ?? ""))
                .Where(words => words.Length > 0)
                .Select(words => (words, element))
        );

    // What each text may be, and in which languages it is that. Those with placeholders are left out: they are said in many ways.
    private FrozenDictionary<string, HashSet<string>> ReadTexts()
    {
        var catalog = site.Services.GetRequiredService<TextCatalog>();
        var keys = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "nb.po", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .SelectMany(File.ReadLines)
            .Select(line => Key().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Where(key => !key.Contains('{', StringComparison.Ordinal));
        return (
            from key in keys
            from culture in catalog.TranslatedCultures
            let words = catalog.For(Cultures.Find(culture)!, tenant: null)[key]
            where words.OtherLanguage is null
            group culture by words.Value
        ).ToFrozenDictionary(same => same.Key, same => same.ToHashSet());
    }

    [GeneratedRegex("^msgid \"(.+)\"$")]
    private static partial Regex Key();
}
