using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The recipe of Mosseregionen's plan and its status report against the document's table, cell by cell.</summary>
public sealed class MosseregionenRecipeTests
{
    private const string Recipe = "recipes/mosseregionen-handlingsplan.recipe.json";
    private const string TableName = "mosseregionen";

    [Fact]
    public void The_plan_bears_the_documents_own_words()
    {
        var table = PrintedTables.Read(TableName);
        var printed = table.GetProperty("plan");

        var plan = Assert.Single(Seed.Items(Recipe, "Plan"));

        Assert.Equal(printed.Cell("title"), plan.Title());
        Assert.Equal(printed.Cell("printedHeading"), plan.Text("PrintedHeading"));
        Assert.Equal(printed.Cell("period"), plan.Text("PeriodText"));
        Assert.Equal(table.Cell("municipality"), plan.Text("Municipality"));
        Assert.Equal(table.Lines("columns"), plan.Text("ColumnHeadings"));
        new DocumentComparison(Recipe, table).Passages(("", printed.Lines("namedChapters")));
        Assert.Empty(Seed.Items(Recipe, "PlanSection"));
    }

    [Fact]
    public void The_parties_are_those_of_the_table() => new DocumentComparison(Recipe, PrintedTables.Read(TableName)).Parties();

    [Fact]
    public void Every_measure_has_the_tables_cells_word_for_word()
    {
        var rows = PrintedTables.Read(TableName).Rows("sections").SelectMany(section => section.Rows("measures")).ToList();
        var measures = Seed.Items(Recipe, "Measure");
        var numbers = measures.ToDictionary(Seed.Id, measure => measure.Text("Number"));

        Assert.Equal(
            rows.Select(row =>
                Seed.Row(
                    ("n", row.Cell("n")),
                    ("number", row.Cell("number")),
                    ("under", row.Cell("under")),
                    ("text", row.Cell("text")),
                    ("paragraphs", row.Lines("paragraphs")),
                    ("responsible", row.Cell("responsible")),
                    ("status", row.Cell("status")),
                    ("colour", "unknown"),
                    ("see measures", row.Lines("seeMeasures")),
                    ("see chapters", row.Lines("seeChapters")),
                    ("domains", row.Lines("mentionedDomains")),
                    ("remarked", $"{row.IsRemarkedOn() || row.TryGetProperty("chapterNamed", out _)}")
                )
            ),
            measures.Select(measure =>
                Seed.Row(
                    ("n", measure.Number("Order")),
                    ("number", measure.Text("Number")),
                    ("under", string.Join("", measure.PickedIds("ParentMeasure").Select(id => numbers[id]))),
                    ("text", measure.Text("Text")),
                    ("paragraphs", measure.Text("Bullets")),
                    ("responsible", measure.Text("ResponsibleText")),
                    ("status", measure.Text("StatusText")),
                    ("colour", measure.Text("Light")),
                    ("see measures", string.Join("\n", measure.PickedIds("SeeMeasures").Select(id => numbers[id]))),
                    ("see chapters", measure.Text("SeeAlsoText")),
                    ("domains", string.Join("\n", measure.Bag("Links").Select(link => link.Text("Address")))),
                    ("remarked", $"{measure.Text("EditorNote") != ""}")
                )
            )
        );
        Assert.Equal(50, measures.Count);
    }

    [Fact]
    public void A_measures_parties_are_the_names_in_its_cell_or_their_variants()
    {
        var rows = PrintedTables.Read(TableName).Rows("sections").SelectMany(section => section.Rows("measures")).ToList();
        var spellings = Seed.Items(Recipe, "Party")
            .ToDictionary(Seed.Id, party => party.Text("NameVariants").Split('\n').Append(party.Title()).ToHashSet());

        Assert.All(
            rows.Zip(Seed.Items(Recipe, "Measure")),
            pair =>
            {
                var parties = pair.Second.PickedIds("ResponsibleParties");
                var printed = NoParties.Without(pair.First.Lines("responsibleParties")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.All(printed, name => Assert.Contains(parties, id => spellings[id].Contains(name)));
                Assert.All(parties, id => Assert.Contains(printed, name => spellings[id].Contains(name)));
            }
        );
    }

    [Fact]
    public void The_report_has_its_legend_and_shares_as_printed()
    {
        var table = PrintedTables.Read(TableName);
        var printed = table.GetProperty("plan").GetProperty("statusReport");

        var report = Assert.Single(Seed.Items(Recipe, "StatusReport"));

        Assert.Equal(printed.Cell("title"), report.Text("PrintedTitle"));
        Assert.Equal(printed.Cell("statusDate"), report.Text("DateText"));
        Assert.Equal(printed.Cell("statusDateIso"), report.Date("Date"));
        Assert.Equal(
            table
                .Rows("statusSummary")
                .Select(light => (light.Cell("colour"), light.Cell("meaning"), light.Cell("percent"), light.Cell("printed"))),
            report
                .Bag("Legend")
                .Select(light => (light.Text("ColourText"), light.Text("Meaning"), light.Number("Share"), light.Text("Printed")))
        );
    }

    [Fact]
    public void The_report_has_an_entry_for_each_status_text_and_guesses_no_colour()
    {
        var rows = PrintedTables
            .Read(TableName)
            .Rows("sections")
            .SelectMany(section => section.Rows("measures"))
            .Where(row => row.Cell("status") != "");
        var order = Seed.Items(Recipe, "Measure").ToDictionary(Seed.Id, measure => measure.Number("Order"));

        Assert.Equal(
            rows.Select(row =>
                Seed.Row(
                    ("n", row.Cell("n")),
                    ("status", row.Cell("status")),
                    ("lines", row.Lines("statusLines")),
                    ("legend", row.Cell("legendTerm")),
                    ("colour", "unknown")
                )
            ),
            Seed.Items(Recipe, "StatusEntry")
                .Select(entry =>
                    Seed.Row(
                        ("n", string.Join("", entry.PickedIds("Measure").Select(id => order[id]))),
                        ("status", entry.Text("Text")),
                        ("lines", entry.Text("TextLines")),
                        ("legend", entry.Text("LegendTerm")),
                        ("colour", entry.Text("Colour"))
                    )
                )
        );
    }
}
