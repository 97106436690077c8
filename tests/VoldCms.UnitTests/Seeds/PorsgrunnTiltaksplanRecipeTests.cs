using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The recipe of Porsgrunn's list of measures against the document's table, cell by cell.</summary>
public sealed class PorsgrunnTiltaksplanRecipeTests
{
    private const string Recipe = "recipes/porsgrunn-tiltaksplan.recipe.json";
    private const string TableName = "porsgrunn-tiltaksplan";

    [Fact]
    public void The_plan_bears_the_documents_own_words()
    {
        var table = PrintedTables.Read(TableName);
        var printed = table.GetProperty("plan");

        var plan = Assert.Single(Seed.Items(Recipe, "Plan"));

        Assert.Equal($"{printed.Cell("title")} – {printed.Cell("parentPlan")}", plan.Title());
        Assert.Equal($"{printed.Cell("chapter")} {printed.Cell("title")}", plan.Text("PrintedHeading"));
        Assert.Equal(printed.Cell("parentPlan"), plan.Text("ParentPlanText"));
        Assert.Equal(printed.Cell("period"), plan.Text("PeriodText"));
        Assert.Equal(table.Lines("columns"), plan.Text("ColumnHeadings"));
        new DocumentComparison(Recipe, table).Passages(
            (printed.Lines("introduction").Replace("\n", "\n\n", StringComparison.Ordinal), ""),
            ("", "")
        );
        Assert.Equal(printed.Cell("workingGroupsTitle"), plan.Bag("Passages").Last().Text("Heading"));
        Assert.Equal(
            printed.Rows("workingGroups").Select(group => (group.Cell("name"), group.Cell("services"))),
            plan.Bag("WorkingGroups").Select(group => (group.Text("Name"), group.Text("Services")))
        );
    }

    [Fact]
    public void The_guide_and_the_decision_are_those_that_the_document_names()
    {
        var printed = PrintedTables.Read(TableName).GetProperty("plan");
        var guide = Assert.Single(Seed.Items(Recipe, "Guide"));
        var decision = Assert.Single(Seed.Items(Recipe, "Decision"));

        var printedGuide = printed.GetProperty("guide");
        Assert.Equal(printedGuide.Cell("title"), guide.Title());
        Assert.Equal(printedGuide.Cell("by"), guide.Text("PublishedBy"));
        Assert.Equal(printedGuide.Cell("commissionedBy"), guide.Text("CommissionedBy"));
        Assert.Equal(printedGuide.Cell("url"), guide.Url("Address"));

        var printedDecision = printed.GetProperty("decision");
        Assert.Equal(printedDecision.Cell("verbatim"), decision.Text("Text"));
        Assert.Equal(printedDecision.Cell("body"), decision.Text("Body"));
        Assert.Equal(printedDecision.Cell("date"), decision.Text("DateText"));
        Assert.Equal(printedDecision.Cell("dateIso"), decision.Date("Date"));
        Assert.Equal(printedDecision.Cell("case"), decision.Text("CaseNumber"));
    }

    [Fact]
    public void The_parties_are_those_of_the_table() => new DocumentComparison(Recipe, PrintedTables.Read(TableName)).Parties();

    [Fact]
    public void Every_measure_has_the_tables_cells_word_for_word()
    {
        var table = PrintedTables.Read(TableName);
        var sections = Seed.Items(Recipe, "PlanSection").ToDictionary(Seed.Id, section => section.Text("PrintedHeading"));
        var goals = Seed.Items(Recipe, "Goal").ToDictionary(Seed.Id, goal => goal.Text("Text"));
        var parties = Seed.Items(Recipe, "Party");
        var merged = table.GetProperty("counts").GetProperty("responsiblePartiesMerged");
        var expected =
            from section in table.Rows("sections")
            from row in section.Rows("measures")
            select Seed.Row(
                ("section", section.Cell("printed")),
                ("n", row.Cell("n")),
                ("target group", row.Cell("targetGroup")),
                ("goal", row.Cell("goal")),
                ("text", row.Cell("text")),
                ("bullets", row.Lines("bullets") + row.Lines("paragraphs")),
                ("how and when", row.Cell("howWhen")),
                ("responsible", row.Cell("responsible")),
                (
                    "parties",
                    string.Join(
                        "\n",
                        row.Rows("responsibleParties")
                            .Select(party => merged.Cell(party.GetString()!) is { Length: > 0 } other ? other : party.GetString())
                    )
                ),
                ("links", row.Lines("links")),
                ("mentioned", row.Lines("mentionedDomains")),
                ("merged", row.Lines("merged")),
                ("remarked", $"{row.IsRemarkedOn()}")
            );

        var measures = Seed.Items(Recipe, "Measure");

        Assert.Equal(
            expected,
            measures.Select(measure =>
                Seed.Row(
                    ("section", sections[measure.PickedIds("Section").Single()]),
                    ("n", measure.Number("Order")),
                    ("target group", measure.Text("TargetGroupText")),
                    ("goal", goals[measure.PickedIds("Goal").Single()]),
                    ("text", measure.Text("Text")),
                    ("bullets", measure.Text("Bullets")),
                    ("how and when", measure.Text("HowWhen")),
                    ("responsible", measure.Text("ResponsibleText")),
                    ("parties", measure.Picked("ResponsibleParties", parties)),
                    (
                        "links",
                        string.Join(
                            "\n",
                            measure.Bag("Links").Where(link => link.Text("Kind") != "mention").Select(link => link.Url("Address"))
                        )
                    ),
                    (
                        "mentioned",
                        string.Join(
                            "\n",
                            measure.Bag("Links").Where(link => link.Text("Kind") == "mention").Select(link => link.Text("Address"))
                        )
                    ),
                    ("merged", measure.Many("MergedCells")),
                    ("remarked", $"{measure.Text("EditorNote") != ""}")
                )
            )
        );
        Assert.Equal(31, measures.Count);
        Assert.Equal(26, goals.Count);
    }

    [Fact]
    public void A_deadline_and_a_recurrence_are_words_of_their_own_measure() =>
        Assert.All(
            Seed.Items(Recipe, "Measure"),
            measure =>
            {
                var cells = measure.Text("Text") + "\n" + measure.Text("HowWhen");
                Assert.Contains(measure.Text("DeadlineText"), cells, StringComparison.Ordinal);
                Assert.Contains(measure.Text("RecurrenceText"), cells, StringComparison.Ordinal);
            }
        );
}
