using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The recipe of Stavanger's plan against the document's table, cell by cell.</summary>
public sealed class StavangerRecipeTests
{
    private const string Recipe = "recipes/stavanger-trygg-fri-fra-vold.recipe.json";
    private const string TableName = "stavanger";

    [Fact]
    public void The_plan_bears_the_documents_own_words()
    {
        var printed = PrintedTables.Read(TableName).GetProperty("plan");

        var plan = Assert.Single(Seed.Items(Recipe, "Plan"));

        Assert.Equal(printed.Cell("title"), plan.Title());
        Assert.Equal(printed.Cell("shortTitle"), plan.Text("ShortTitle"));
        Assert.Equal(printed.Cell("printedHeading"), plan.Text("PrintedHeading"));
        Assert.Equal(printed.Cell("listTitle"), plan.Text("ListTitle"));
        Assert.Equal(printed.Cell("listDate"), plan.Text("ListDateText"));
        Assert.Equal(printed.Cell("period"), plan.Text("PeriodText"));
        Assert.Equal(printed.Cell("prolongedTo"), plan.Number("ProlongedTo"));
        Assert.Equal(printed.Cell("contactPrinted"), plan.Text("ContactText"));
        Assert.Equal(PrintedTables.Read(TableName).Lines("columns"), plan.Text("ColumnHeadings"));
    }

    [Fact]
    public void The_six_sections_stand_in_the_documents_order()
    {
        var table = PrintedTables.Read(TableName);

        Assert.Equal(
            table.Rows("sections").Select((section, index) => $"{index + 1} {section.Cell("title")}"),
            Seed.Items(Recipe, "PlanSection").Select(section => $"{section.Number("Order")} {section.Text("PrintedHeading")}")
        );
    }

    [Fact]
    public void The_parties_are_the_two_that_the_document_names()
    {
        var table = PrintedTables.Read(TableName);

        Assert.Equal(
            table.GetProperty("counts").GetProperty("responsibleParties").EnumerateArray().Select(party => party.GetString()),
            Seed.Items(Recipe, "Party").Select(Seed.Title)
        );
    }

    [Fact]
    public void Every_measure_has_the_tables_cells_word_for_word()
    {
        var table = PrintedTables.Read(TableName);
        var sections = Seed.Items(Recipe, "PlanSection");
        var parties = Seed.Items(Recipe, "Party");
        var expected =
            from section in table.Rows("sections")
            from measure in section.Rows("measures")
            select (
                Section: section.Cell("title"),
                Order: measure.Cell("n"),
                Text: measure.Cell("text"),
                Bullets: measure.Lines("bullets"),
                ResponsibleText: measure.Lines("responsible"),
                ResponsibleParties: measure.Lines("responsible")
            );

        var actual = Seed.Items(Recipe, "Measure")
            .Select(measure =>
                (
                    Section: measure.Picked("Section", sections),
                    Order: measure.Number("Order"),
                    Text: measure.Text("Text"),
                    Bullets: measure.Text("Bullets"),
                    ResponsibleText: measure.Text("ResponsibleText"),
                    ResponsibleParties: measure.Picked("ResponsibleParties", parties)
                )
            );

        Assert.Equal(expected, actual);
        Assert.Equal(41, actual.Count());
    }

    [Fact]
    public void Measures_are_numbered_through_the_whole_plan() =>
        Assert.Equal(
            Enumerable.Range(1, 41).Select(order => $"{order}"),
            Seed.Items(Recipe, "Measure").Select(measure => measure.Number("PlanOrder"))
        );

    [Fact]
    public void Every_row_that_the_table_remarks_on_keeps_a_note_for_the_staff()
    {
        var remarked = PrintedTables
            .Read(TableName)
            .Rows("sections")
            .SelectMany(section => section.Rows("measures"))
            .Select(measure => measure.TryGetProperty("note", out _));

        Assert.Equal(remarked, Seed.Items(Recipe, "Measure").Select(measure => measure.Text("EditorNote") != ""));
    }

    [Fact]
    public void The_decision_says_which_measure_each_point_became()
    {
        var table = PrintedTables.Read(TableName);
        var printed = table.GetProperty("plan").GetProperty("decision");
        var sections = Seed.Items(Recipe, "PlanSection");
        var measures = Seed.Items(Recipe, "Measure");

        var decision = Assert.Single(Seed.Items(Recipe, "Decision"));

        Assert.Equal(printed.Cell("verbatim"), decision.Text("Text"));
        Assert.Equal(printed.Cell("body"), decision.Text("Body"));
        Assert.Equal(printed.Cell("date"), decision.Text("DateText"));
        Assert.Equal(printed.Cell("dateIso"), decision.Date("Date"));
        Assert.Equal(
            printed.Rows("points").Select(point => (point.Cell("n"), point.Cell("text"), point.Cell("bullet"), MeasureOf(point))),
            decision.Bag("Points").Select(point => (point.Number("Order"), point.Text("Text"), point.Text("Bullet"), Became(point)))
        );

        static string MeasureOf(JsonElement point) =>
            point.GetProperty("becameMeasure") is { ValueKind: JsonValueKind.Object } measure
                ? $"{measure.Cell("section")} {measure.Cell("n")}"
                : "";

        string Became(JsonElement point) =>
            measures
                .Where(measure => point.Picked("BecameMeasure", measures) == measure.Title())
                .Select(measure => $"{measure.Picked("Section", sections)} {measure.Number("Order")}")
                .SingleOrDefault("");
    }
}
