using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Plans;

/// <summary>
/// Our own check of the five documents: it reads the public pages and nothing else. Every cell of every measure stands
/// word for word on the measure's own page, in its row of the plan's table and in the plan as one document.
/// </summary>
[Collection(SharedPlansSite.Name)]
public sealed class DocumentPagesTests(PlansSite site)
{
    public static TheoryData<string, string, int> Documents =>
        new()
        {
            { "porsgrunn-tiltaksplan", "/porsgrunn/nb/planer/tiltaksplan", 31 },
            { "stavanger", "/stavanger/nb/planer/trygg", 41 },
            { "tonsberg", "/tonsberg/nb/planer/temaplan", 43 },
            { "mosseregionen", "/mosseregionen/nb/planer/handlingsplan", 50 },
            { "porsgrunn-forebyggende", "/porsgrunn/nb/planer/forebyggende", 94 },
        };

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_cell_stands_in_the_measures_row_of_the_plan(string document, string plan, int count)
    {
        var printed = DocumentTables.Measures(document);
        var page = await site.GetPageAsync(plan);
        var rows = page.QuerySelectorAll("main .measures tbody > tr[id]").ToList();

        Assert.Equal(count, printed.Count);
        Assert.Equal(count, rows.Count);
        AssertWhole(printed.Zip(rows, (measure, row) => (measure, RowWithItsGoal(row))));
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_cell_stands_on_the_measures_own_page(string document, string plan, int count)
    {
        var printed = DocumentTables.Measures(document);
        var page = await site.GetPageAsync(plan);
        var addresses = page.QuerySelectorAll("main .measures tbody > tr[id] > th[scope=row] a")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => href.StartsWith('/'))
            .ToList();
        var articles = new List<IElement>();
        foreach (var address in addresses)
        {
            articles.Add((await site.GetPageAsync(address)).QuerySelector("main article")!);
        }

        Assert.Equal(count, addresses.Distinct().Count());
        AssertWhole(printed.Zip(articles));
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_measure_stands_whole_in_the_plan_as_one_document(string document, string plan, int count)
    {
        var printed = DocumentTables.Measures(document);
        var measures = (await site.GetPageAsync($"{plan}/dokument")).QuerySelectorAll("main article.whole").ToList();

        Assert.Equal(count, measures.Count);
        AssertWhole(
            printed.Select(measure => measure with { Cells = [.. measure.Cells.Where(cell => cell.Name != "number")] }).Zip(measures)
        );
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task In_every_language_the_documents_words_stay_and_say_their_own(string document, string plan, int count)
    {
        var printed = DocumentTables.Measures(document);
        foreach (var culture in new[] { "nn", "en" })
        {
            var rows = (await site.GetPageAsync(plan.Replace("/nb/", $"/{culture}/", StringComparison.Ordinal)))
                .QuerySelectorAll("main .measures tbody > tr[id]")
                .ToList();

            Assert.Equal(count, rows.Count);
            AssertWhole(printed.Zip(rows, (measure, row) => (measure, RowWithItsGoal(row))));
            Assert.All(rows, row => Assert.Equal("nb", row.Closest("[lang]")!.GetAttribute("lang")));
        }
    }

    [Fact]
    public async Task The_table_of_themes_stands_cell_by_cell_with_its_year()
    {
        var printed = PrintedTables
            .Read("porsgrunn-forebyggende")
            .GetProperty("actionAreas")
            .EnumerateArray()
            .Select(row =>
                string.Join(
                    " | ",
                    new[] { "theme", "implementedText", "recommendedText", "goalsText" }.Select(cell =>
                        PageWords.Normalize(row.GetProperty(cell).GetString() ?? "")
                    )
                )
            );
        var table = (await site.GetPageAsync("/porsgrunn/nb/planer/forebyggende")).QuerySelector("table[aria-labelledby=temaer]")!;
        var marks = table.QuerySelectorAll(".left-open").ToList();
        Assert.All(marks, mark => Assert.Contains("?", mark.ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Equal(4, marks.Count);
        marks.ForEach(mark => mark.Remove());

        Assert.Equal(["Tema", "Iverksatt i 2023", "Anbefalt", "Mål"], table.QuerySelectorAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(
            printed,
            table.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.Words())))
        );
    }

    [Theory]
    [InlineData("nb", "Står åpent i planen")]
    [InlineData("nn", "Står ope i planen")]
    [InlineData("en", "Left open in the plan")]
    public async Task What_the_plan_leaves_open_is_said_in_its_row_on_its_page_and_in_the_whole_plan(string culture, string said)
    {
        const string Measure = "#m-g-3";
        var plan = await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende");

        Assert.Equal(said, plan.QuerySelector($"{Measure} .left-open")!.TextContent);
        Assert.Single(plan.QuerySelectorAll("main .measures tbody > tr[id] .left-open"));
        Assert.Equal(
            said,
            (await site.GetPageAsync($"/porsgrunn/{culture}/tiltak/forebyggende/g-3")).QuerySelector(".left-open")!.TextContent
        );
        Assert.Equal(
            said,
            (await site.GetPageAsync($"/porsgrunn/{culture}/planer/forebyggende/dokument"))
                .QuerySelector($"{Measure} .left-open")!
                .TextContent
        );
    }

    [Fact]
    public async Task The_status_report_has_its_legend_and_shares_and_no_colour_that_its_text_does_not_name()
    {
        var table = PrintedTables.Read("mosseregionen");
        var page = await site.GetPageAsync("/mosseregionen/nb/planer/handlingsplan/status-2018-06-15");
        var rows = page.QuerySelectorAll("main tbody tr").ToList();
        var said = table
            .GetProperty("sections")[0]
            .GetProperty("measures")
            .EnumerateArray()
            .Select(row => row.GetProperty("status").GetString())
            .OfType<string>()
            .ToList();

        Assert.Equal(
            table.GetProperty("statusSummary").EnumerateArray().Select(light => light.GetProperty("printed").GetString()),
            page.QuerySelectorAll(".shares--legend li > span:last-child").Select(light => light.TextContent)
        );
        Assert.Equal(["45", "38", "6", "11"], page.QuerySelectorAll(".progress rect").Select(share => share.GetAttribute("width")));
        Assert.Equal(37, said.Count);
        Assert.Equal(said.Count, rows.Count);
        Assert.All(said.Zip(rows), pair => Assert.True(pair.Second.Says(pair.First), pair.First));
        Assert.All(rows, row => Assert.Single(row.QuerySelectorAll(".mark")));
        Assert.Equal(13, page.QuerySelectorAll(".measure-list > li").Length);
        Assert.All(
            page.QuerySelectorAll(".mark"),
            mark => Assert.True(mark.TextContent.Length > 2 && mark.QuerySelector("use") is not null)
        );
    }

    /// <summary>Whoever meets a number in a plan's list that is no service here is told so, and whom to call instead.</summary>
    [Theory]
    [InlineData("nb", "Vi har ikke fått bekreftet nummeret. Derfor er det ikke blant tilbudene her.")]
    [InlineData("nn", "Vi har ikkje fått stadfesta nummeret. Difor er det ikkje blant tilboda her.")]
    [InlineData("en", "We have not been able to confirm the number, so it is not among the services here.")]
    public async Task A_number_of_a_plan_that_is_no_service_says_so_where_it_is_printed(string culture, string said)
    {
        var entries = (await site.GetPageAsync($"/tonsberg/{culture}/planer/temaplan/dokument")).QuerySelectorAll("article.entry");
        var unconfirmed = entries.Where(entry => entry.TextContent.Contains(said, StringComparison.Ordinal)).ToList();

        Assert.True(Assert.Single(unconfirmed).Says("800 30 196"));
        Assert.Contains(
            "Vern for eldre",
            (await site.GetPageAsync($"/tonsberg/{culture}/hjelp/eldre")).QuerySelector("main .prose")!.TextContent
        );
    }

    [Fact]
    public async Task A_decision_says_which_measure_each_point_became()
    {
        var printed = PrintedTables.Read("stavanger").GetProperty("plan").GetProperty("decision");
        var decision = (await site.GetPageAsync("/stavanger/nb/planer/trygg")).QuerySelector(".decision")!;

        Assert.True(decision.Says(printed.GetProperty("verbatim").GetString()!));
        Assert.All(
            printed.GetProperty("points").EnumerateArray(),
            point => Assert.True(decision.Says(point.GetProperty("text").GetString()!))
        );
        Assert.Equal("/stavanger/nb/tiltak/trygg/1-8", decision.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("porsgrunn-forebyggende", "/porsgrunn/nb/planer/forebyggende/bakgrunn", "riskFactors,protectiveFactors,relatedPlans")]
    [InlineData("porsgrunn-forebyggende", "/porsgrunn/nb/planer/forebyggende/dokument", "gaps,reformGoals,municipalPriorities")]
    [InlineData("tonsberg", "/tonsberg/nb/planer/temaplan/dokument", "aims,focusAreas,riskGroups")]
    public async Task The_background_and_the_chapters_have_every_point_of_the_documents_lists(string document, string path, string lists)
    {
        var table = PrintedTables.Read(document);
        var page = (await site.GetPageAsync(path)).QuerySelector("main")!;

        foreach (var list in lists.Split(','))
        {
            var points = table.TryGetProperty(list, out var own) ? own : table.GetProperty("plan").GetProperty(list);
            Assert.All(points.EnumerateArray(), point => Assert.True(page.Says(point.GetString()!), $"{list}: {point}"));
        }
    }

    [Theory]
    [InlineData("porsgrunn-forebyggende", "/porsgrunn/nb/planer/forebyggende/bakgrunn", 21, 7)]
    [InlineData("tonsberg", "/tonsberg/nb/planer/temaplan/bakgrunn", 17, 20)]
    public async Task Services_and_figures_stand_as_the_document_prints_them(string document, string path, int services, int figures)
    {
        var table = PrintedTables.Read(document);
        var page = (await site.GetPageAsync(path)).QuerySelector("main")!;
        var entries = page.QuerySelectorAll("article.entry").ToList();

        Assert.Equal(services, entries.Count);
        Assert.All(
            table.GetProperty("services").EnumerateArray().Zip(entries),
            pair =>
            {
                Assert.True(pair.Second.Says(pair.First.GetProperty("name").GetString()!));
                Assert.All(
                    new[] { "description", "hours", "email", "url" }
                        .Select(cell => pair.First.GetProperty(cell).GetString())
                        .OfType<string>(),
                    cell => Assert.True(pair.Second.Says(cell), cell)
                );
                Assert.All(
                    pair.First.GetProperty("phones").EnumerateArray(),
                    phone => Assert.Contains(phone.GetString()!, pair.Second.Words(), StringComparison.Ordinal)
                );
            }
        );
        Assert.Equal(figures, table.GetProperty("facts").GetArrayLength());
        Assert.All(table.GetProperty("facts").EnumerateArray(), fact => Assert.True(page.Says(fact.GetProperty("text").GetString()!)));
    }

    [Fact]
    public async Task Notes_for_editors_are_on_no_page()
    {
        var notes = new[]
        {
            "stavanger-trygg-fri-fra-vold",
            "porsgrunn-tiltaksplan",
            "porsgrunn-forebyggende-plan",
            "tonsberg-temaplan",
            "mosseregionen-handlingsplan",
        }
            .SelectMany(recipe => RecipeFiles.TextsOf($"{recipe}.recipe.json", "EditorNote"))
            .Select(PageWords.Normalize)
            .Distinct()
            .ToList();
        var pages = new List<(string Path, string Words)>();
        foreach (var plan in Documents.Select(row => row.Data.Item2))
        {
            var measures = (await site.GetPageAsync(plan))
                .QuerySelectorAll("main .measures tbody > tr[id] > th[scope=row] a")
                .Select(link => link.GetAttribute("href")!)
                .Where(href => href.StartsWith('/'));
            foreach (var path in measures.Append(plan).Append($"{plan}/dokument").Append($"{plan}/bakgrunn"))
            {
                pages.Add((path, (await site.GetPageAsync(path)).Body!.Words()));
            }
        }

        Assert.True(notes.Count > 50, $"{notes.Count} notes");
        Assert.Empty(
            pages.SelectMany(page =>
                notes.Where(note => page.Words.Contains(note, StringComparison.Ordinal)).Select(note => $"{page.Path}: {note}")
            )
        );
    }

    /// <summary>Who works together, as Tønsberg's plan lists it: on the page of its background and in the plan as one document.</summary>
    [Theory]
    [InlineData("/tonsberg/nb/planer/temaplan/bakgrunn")]
    [InlineData("/tonsberg/en/planer/temaplan/dokument")]
    public async Task The_services_that_work_together_stand_in_the_plans_own_words_and_order(string path)
    {
        var part = (await site.GetPageAsync(path)).QuerySelector("#samarbeid")!.ParentElement!;
        var shown = part.QuerySelectorAll("h3").Select(heading => heading.Words()).ToList();
        var lists = part.QuerySelectorAll("div > ul").ToList();
        var printed = PrintedTables.Read("tonsberg").GetProperty("serviceGroups").EnumerateArray().ToList();
        var groups = printed.SelectMany(group => new[] { group.GetProperty("severeViolence"), group.GetProperty("helping") }).ToList();

        Assert.Equal(printed.Select(group => group.GetProperty("printedHeading").GetString()), shown);
        Assert.Equal(groups.Count + 1, lists.Count);
        Assert.All(
            groups.Zip(lists),
            pair =>
            {
                Assert.Equal(
                    PageWords.Normalize(pair.First.GetProperty("heading").GetString()!),
                    pair.Second.PreviousElementSibling!.Words()
                );
                Assert.Equal(
                    pair.First.GetProperty("services").EnumerateArray().Select(name => PageWords.Normalize(name.GetString()!)),
                    pair.Second.Children.Select(item =>
                        item.ChildNodes.Where(node => node is not IElement { LocalName: "ul" })
                            .Select(node => node.Words())
                            .Aggregate("", (all, words) => $"{all} {words}")
                            .Trim()
                    )
                );
            }
        );
        Assert.Equal(
            ["forebyggende avdeling", "Ambulerende skolemiljøteam"],
            part.QuerySelectorAll("li ul li").Select(unit => unit.Words())
        );
        Assert.StartsWith("Utøver du eller kjenner du noen", lists[^1].PreviousElementSibling!.Words(), StringComparison.Ordinal);
        Assert.Equal(18, part.QuerySelectorAll("li > a[href^='/tonsberg/']").Length);
        Assert.All(lists, list => Assert.Equal("nb", list.Closest("[lang]")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task An_action_card_has_its_steps_in_order_and_the_way_to_its_plan()
    {
        var printed = PrintedTables.Read("tonsberg").GetProperty("serviceGroups").EnumerateArray().ToList();
        var addresses = (await site.GetPageAsync("/tonsberg/nn/planer"))
            .QuerySelectorAll("main .card a")
            .Select(link => link.GetAttribute("href")!)
            .Where(href => href.Contains("/tiltakskort/", StringComparison.Ordinal))
            .ToList();
        var cards = new List<IElement>();
        foreach (var address in addresses)
        {
            cards.Add((await site.GetPageAsync(address)).QuerySelector("main article")!);
        }

        Assert.Equal(2, cards.Count);
        Assert.All(
            printed,
            group =>
            {
                var card = cards.Single(card => card.Says(group.GetProperty("stepsIntro").GetString()!));
                Assert.Equal(
                    group.GetProperty("steps").EnumerateArray().Select(step => PageWords.Normalize(step.GetString()!)),
                    card.QuerySelectorAll("ol > li").Select(step => step.Words())
                );
                Assert.Equal("nb", card.QuerySelector("ol")!.Closest("[lang]")!.GetAttribute("lang"));
                Assert.Equal("/tonsberg/nn/planer/temaplan", card.QuerySelector("dd a")!.GetAttribute("href"));
            }
        );
    }

    [Theory]
    [InlineData("/mosseregionen/nb/planer/handlingsplan?status=1", 10)]
    [InlineData("/mosseregionen/nb/planer/handlingsplan?status=3", 12)]
    [InlineData("/mosseregionen/nb/planer/handlingsplan?status=10", 13)]
    [InlineData("/mosseregionen/nb/planer/handlingsplan?status=7", 50)]
    [InlineData("/tonsberg/nb/planer/temaplan?frist=2025", 6)]
    [InlineData("/tonsberg/nb/planer/temaplan?frist=2&tema=1", 0)]
    [InlineData("/tonsberg/nb/planer/temaplan?frist=1999", 43)]
    [InlineData("/tonsberg/nb/planer/temaplan?frist=ute", 6)]
    [InlineData("/stavanger/nb/planer/trygg?frist=ute", 41)]
    [InlineData("/porsgrunn/nb/planer/forebyggende?status=7", 5)]
    [InlineData("/porsgrunn/nb/planer/forebyggende?niva=2", 32)]
    [InlineData("/porsgrunn/nb/planer/forebyggende?niva=2&gruppe=3", 7)]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan?gruppe=9", 19)]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan?gruppe=7", 31)]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan?frist=ute&gruppe=9", 14)]
    [InlineData("/tonsberg/nb/planer/temaplan?gruppe=3&niva=1", 43)]
    public async Task State_and_deadline_narrow_the_table_and_codes_that_the_plan_lacks_are_passed_over(string address, int left)
    {
        var page = await site.GetPageAsync(address);

        Assert.Equal(left, page.QuerySelectorAll("main .measures tbody > tr[id]").Length);
        Assert.Equal(left is 50 or 43 or 41 or 31, page.QuerySelector(".filter-result a") is null);
    }

    [Fact]
    public async Task A_measure_leads_to_those_it_names_and_to_those_below_it()
    {
        var below = await site.GetPageAsync("/mosseregionen/nb/planer/handlingsplan");
        var unnumbered = below
            .QuerySelectorAll("main tbody > tr[id] a")
            .Single(link => link.TextContent.StartsWith("Samkjøre forebyggende", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var page = await site.GetPageAsync(unnumbered);
        var parent = await site.GetPageAsync("/mosseregionen/nb/tiltak/handlingsplan/4");

        Assert.Equal("Tiltak uten nummer", page.QuerySelector("main .overline")!.TextContent);
        Assert.Equal(["Tiltak 9", "Tiltak 10"], Fact(page, "Se også i planen").Select(link => link.TextContent));
        Assert.Equal(["/mosseregionen/nb/tiltak/handlingsplan/4"], Fact(page, "Hører til").Select(link => link.GetAttribute("href")));
        Assert.Contains(unnumbered, Fact(parent, "Tiltak som hører til").Select(link => link.GetAttribute("href")));

        static IEnumerable<IElement> Fact(IDocument page, string name) =>
            page.QuerySelectorAll(".facts > div").Single(fact => fact.QuerySelector("dt")!.TextContent == name).QuerySelectorAll("dd a");
    }

    [Fact]
    public async Task A_measure_of_several_lines_has_a_part_for_each()
    {
        var row = PrintedTables.Read("porsgrunn-forebyggende").GetProperty("sections")[2].GetProperty("measures")[0];
        var parts = (await site.GetPageAsync("/porsgrunn/nb/tiltak/forebyggende/c-1"))
            .QuerySelectorAll("section[aria-labelledby=deler] .facts")
            .ToList();

        Assert.Equal(row.GetProperty("parts").GetArrayLength(), parts.Count);
        Assert.All(
            row.GetProperty("parts").EnumerateArray().Zip(parts),
            pair =>
                Assert.All(
                    new[] { "theme", "status", "responsibleText", "level" },
                    cell => Assert.True(pair.Second.Says(pair.First.GetProperty(cell).GetString()!))
                )
        );
    }

    private static void AssertWhole(IEnumerable<(PrintedMeasure Measure, IElement Scope)> pairs)
    {
        var missing = pairs.SelectMany(pair =>
            pair.Measure.Readings.Any(reading => reading.All(cell => pair.Scope.Says(cell.Words)))
                ? []
                : pair
                    .Measure.Cells.Where(cell => !pair.Scope.Says(cell.Words))
                    .Select(cell => $"{pair.Measure.Cells.First(first => first.Name == "text").Words[..20]}: {cell.Name}: {cell.Words}")
        );

        Assert.Empty(missing);
    }

    // Measures with one goal stand below it as one group of rows, as they do in print: the goal's cell is the group's.
    private static IElement RowWithItsGoal(IElement row)
    {
        var together = row.Owner!.CreateElement("div");
        together.Append([
            .. new[] { row.ParentElement!.QuerySelector("tr > th[scope=rowgroup]"), row }
                .OfType<IElement>()
                .Select(element => element.Clone()),
        ]);
        return together;
    }
}
