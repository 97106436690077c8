using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The recipe of Porsgrunn's preventive plan against the document's table, cell by cell.</summary>
public sealed class PorsgrunnForebyggendePlanRecipeTests
{
    private const string Recipe = "recipes/porsgrunn-forebyggende-plan.recipe.json";

    private static JsonElement Table => PrintedTables.Read("porsgrunn-forebyggende");

    [Fact]
    public void The_plan_bears_the_documents_own_words_and_no_persons_name()
    {
        var table = Table;
        var printed = table.GetProperty("plan");

        var plan = Assert.Single(Seed.Items(Recipe, "Plan"));

        Assert.Equal(printed.Cell("title"), plan.Title());
        Assert.Equal(printed.Cell("titlePrinted"), plan.Text("PrintedHeading"));
        Assert.Equal(printed.Cell("revision"), plan.Text("RevisionText"));
        Assert.Equal(printed.Cell("reviseWithinYears"), plan.Number("RevisionYears"));
        Assert.Equal(printed.Cell("legalBasis"), plan.Text("LegalBasis"));
        Assert.Equal("Rådmann", plan.Text("SignedBy"));
        Assert.Equal(table.GetProperty("columns").Lines("vedlegg1"), plan.Text("ColumnHeadings"));
        Assert.Equal(printed.Lines("relatedPlans"), string.Join("\n", plan.Bag("RelatedPlans").Select(related => related.Text("Name"))));
        Assert.Equal(
            printed
                .Rows("attachments")
                .Select(attachment => (attachment.Cell("n"), attachment.Cell("title"), attachment.Choice("inSeed") == "yes")),
            plan.Bag("Attachments")
                .Select(attachment => (attachment.Number("Number"), attachment.Text("Name"), attachment.IsOn("Included")))
        );
        new DocumentComparison(Recipe, table).Passages(
            (printed.Cell("focus"), ""),
            (printed.Cell("mainGoal"), printed.Lines("values")),
            ("", printed.Lines("reformGoals")),
            ("", printed.Lines("municipalPriorities")),
            ("", printed.Lines("mainChallenges")),
            (printed.Cell("organisation"), ""),
            (printed.Cell("responsibilityByLevel"), ""),
            (printed.Cell("actionAreaIntro"), ""),
            (printed.Cell("attachmentIntro"), ""),
            (table.Lines("gaps").Replace("\n", "\n\n", StringComparison.Ordinal), "")
        );
    }

    [Fact]
    public void What_the_plan_itself_asks_is_marked_as_left_open()
    {
        var points = Seed.Items(Recipe, "PlanSection")
            .SelectMany(section => section.Bag("Implemented").Concat(section.Bag("Recommended")).Concat(section.Bag("Goals")))
            .Select(point => (Text: point.Text("Text"), IsMarked: point.IsOn("LeftOpen")));
        var measures = Seed.Items(Recipe, "Measure")
            .Select(measure => (Text: measure.Text("Text") + measure.Text("StatusText"), IsMarked: measure.IsOn("LeftOpen")));
        var all = points.Concat(measures).ToList();

        Assert.All(all, each => Assert.Equal(each.Text.Contains('?', StringComparison.Ordinal), each.IsMarked));
        Assert.Equal(5, all.Count(each => each.IsMarked));
    }

    [Fact]
    public void The_main_table_stands_theme_by_theme() =>
        Assert.Equal(
            Table
                .Rows("actionAreas")
                .Select(row =>
                    Seed.Row(
                        ("n", row.Cell("n")),
                        ("theme", row.Cell("theme")),
                        ("implemented", row.Cell("implementedText")),
                        ("recommended", row.Cell("recommendedText")),
                        ("goals", row.Cell("goalsText")),
                        ("implemented items", row.Lines("implemented2023")),
                        ("recommended items", row.Lines("recommended")),
                        ("goal items", row.Lines("goals")),
                        ("remarked", $"{row.IsRemarkedOn()}")
                    )
                ),
            Seed.Items(Recipe, "PlanSection")
                .Where(section => section.Text("Kind") == "tema")
                .Select((section, index) => (section, n: index + 1))
                .Select(row =>
                    Seed.Row(
                        ("n", $"{row.n}"),
                        ("theme", row.section.Text("PrintedHeading")),
                        ("implemented", row.section.Text("ImplementedText")),
                        ("recommended", row.section.Text("RecommendedText")),
                        ("goals", row.section.Text("GoalsText")),
                        ("implemented items", Points(row.section, "Implemented")),
                        ("recommended items", Points(row.section, "Recommended")),
                        ("goal items", Points(row.section, "Goals")),
                        ("remarked", $"{row.section.Text("EditorNote") != ""}")
                    )
                )
        );

    [Fact]
    public void What_was_implemented_bears_its_year() =>
        Assert.All(
            Seed.Items(Recipe, "PlanSection").SelectMany(section => section.Bag("Implemented")),
            point => Assert.Equal("2023", point.Number("Year"))
        );

    [Fact]
    public void The_eight_tables_have_their_heading_and_head_action() =>
        Assert.Equal(
            Table
                .Rows("sections")
                .Select(section =>
                    (section.Cell("code"), section.Cell("title"), section.Cell("headAction"), section.Cell("targetKind").Replace('å', 'a'))
                ),
            Seed.Items(Recipe, "PlanSection")
                .Where(section => section.Text("Code") != "")
                .Select(section =>
                    (section.Text("Code"), section.Text("PrintedHeading"), section.Text("HeadAction"), section.Text("TargetKind"))
                )
        );

    [Fact]
    public void Every_measure_has_the_tables_cells_word_for_word()
    {
        var table = Table;
        var sections = Seed.Items(Recipe, "PlanSection").ToDictionary(Seed.Id, section => section.Text("Code"));
        var parties = Seed.Items(Recipe, "Party");
        var merged = table.GetProperty("responsibleCanonicalMap");
        var expected =
            from section in table.Rows("sections")
            from row in section.Rows("measures")
            select Seed.Row(
                ("section", section.Cell("code")),
                ("n", row.Cell("n")),
                ("text", row.Cell("text")),
                ("theme", row.Cell("theme")),
                ("status", row.Cell("status")),
                ("responsible", row.Cell("responsibleText")),
                ("parties", NoParties.Without(row.Lines("responsibleCanonical"))),
                ("funding", row.Cell("funding")),
                ("level", row.Cell("level")),
                ("target", row.Cell("target")),
                (
                    "parts",
                    string.Join(
                        "\n",
                        row.Rows("parts")
                            .Select(part =>
                                Seed.Row(
                                    ("theme", part.Cell("theme")),
                                    ("status", part.Cell("status")),
                                    ("responsible", part.Cell("responsibleText")),
                                    ("parties", Canonical(part)),
                                    ("level", part.Cell("level"))
                                )
                            )
                    )
                ),
                ("remarked", $"{row.IsRemarkedOn()}")
            );

        var measures = Seed.Items(Recipe, "Measure");

        Assert.Equal(
            expected,
            measures.Select(measure =>
                Seed.Row(
                    ("section", sections[measure.PickedIds("Section").Single()]),
                    ("n", measure.Number("Order")),
                    ("text", measure.Text("Text")),
                    ("theme", measure.Text("Theme")),
                    ("status", measure.Text("StatusText")),
                    ("responsible", measure.Text("ResponsibleText")),
                    ("parties", measure.Picked("ResponsibleParties", parties)),
                    ("funding", measure.Text("Funding")),
                    ("level", measure.Text("PreventionLevelText")),
                    ("target", measure.Text("Target")),
                    (
                        "parts",
                        string.Join(
                            "\n",
                            measure
                                .Bag("Submeasures")
                                .Select(part =>
                                    Seed.Row(
                                        ("theme", part.Text("Theme")),
                                        ("status", part.Text("StatusText")),
                                        ("responsible", part.Text("ResponsibleText")),
                                        ("parties", part.Picked("ResponsibleParties", parties)),
                                        ("level", part.Text("PreventionLevelText"))
                                    )
                                )
                        )
                    ),
                    ("remarked", $"{measure.Text("EditorNote") != ""}")
                )
            )
        );
        Assert.Equal(94, measures.Count);

        string Canonical(JsonElement part) =>
            NoParties.Without(
                string.Join(
                    "\n",
                    part.Rows("responsible")
                        .Select(party => merged.Cell(party.GetString()!) is { Length: > 0 } other ? other : party.GetString())
                )
            );
    }

    [Fact]
    public void A_measures_levels_are_those_of_its_cell()
    {
        var terms = Seed.Items("recipes/begreper.recipe.json", "Taxonomy")
            .SelectMany(taxonomy => taxonomy.GetProperty("TaxonomyPart").GetProperty("Terms").EnumerateArray())
            .ToDictionary(Seed.Id, Seed.Title);

        Assert.Equal(
            Table.Rows("sections").SelectMany(section => section.Rows("measures")).Select(row => row.Lines("levels")),
            Seed.Items(Recipe, "Measure").Select(measure => string.Join("\n", measure.Terms("PreventionLevels").Select(id => terms[id])))
        );
    }

    [Fact]
    public void A_recommendation_is_the_end_of_its_status()
    {
        var recommending = Seed.Items(Recipe, "Measure").Where(measure => measure.Text("Recommendation") != "").ToList();

        Assert.Equal(Table.GetProperty("counts").GetProperty("measuresWithARecommendation").GetInt32(), recommending.Count);
        Assert.All(
            recommending,
            measure => Assert.EndsWith(measure.Text("Recommendation"), measure.Text("StatusText"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_factors_are_those_of_the_document() =>
        Assert.Equal((Table.Lines("riskFactors"), Table.Lines("protectiveFactors")), (Factors("risk"), Factors("protective")));

    [Fact]
    public void The_guide_is_described_in_the_documents_words()
    {
        var printed = Table.Rows("services").Single(service => service.Cell("kind") == "modell/handlingsveileder");

        var guide = Assert.Single(Seed.Items(Recipe, "Guide"));

        Assert.Equal(
            (printed.Cell("name"), printed.Cell("description"), printed.Cell("url")),
            (guide.Title(), guide.Text("Text"), guide.Url("Address"))
        );
    }

    [Fact]
    public void The_parties_are_those_of_the_table() => Compare.Parties();

    [Fact]
    public void The_services_stand_as_the_document_describes_them() => Compare.Appendix();

    [Fact]
    public void The_service_directory_begins_with_the_documents_words() => Compare.Services();

    [Fact]
    public void The_web_resources_are_those_of_the_table() =>
        Compare.WebResources(context =>
            context.StartsWith("stale link annotation", StringComparison.Ordinal) ? "Folkehelseprofil for Porsgrunn 2023" : context
        );

    [Fact]
    public void The_laws_are_those_of_the_table() => Compare.Laws();

    [Fact]
    public void The_duties_are_those_of_the_table() => Compare.Duties();

    [Fact]
    public void The_glossary_is_that_of_the_table() => Compare.Glossary();

    [Fact]
    public void The_facts_are_those_of_the_table() => Compare.Facts();

    [Fact]
    public void A_facts_values_are_printed_in_its_text() => Compare.FactValuesArePrinted();

    private static DocumentComparison Compare => new(Recipe, Table);

    private static string Points(JsonElement section, string bag) =>
        string.Join("\n", section.Bag(bag).Select(point => point.Text("Text")));

    private static string Factors(string kind) =>
        string.Join("\n", Seed.Items(Recipe, "Factor").Where(factor => factor.Text("Kind") == kind).Select(factor => factor.Text("Text")));
}
