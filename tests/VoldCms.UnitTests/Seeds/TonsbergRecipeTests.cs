using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The recipe of Tønsberg's plan against the document's table, cell by cell.</summary>
public sealed class TonsbergRecipeTests
{
    private const string Recipe = "recipes/tonsberg-temaplan.recipe.json";

    private static JsonElement Table => PrintedTables.Read("tonsberg");

    [Fact]
    public void The_plan_bears_the_documents_own_words()
    {
        var table = Table;
        var printed = table.GetProperty("plan");

        var plan = Assert.Single(Seed.Items(Recipe, "Plan"));

        Assert.Equal(printed.Cell("title"), plan.Title());
        Assert.Equal(printed.Lines("titleVariants"), plan.Text("OtherTitles"));
        Assert.Equal(printed.Cell("period"), plan.Text("PeriodText"));
        Assert.Equal(printed.Cell("from"), plan.Number("PeriodFrom"));
        Assert.Equal(printed.Cell("to"), plan.Number("PeriodTo"));
        Assert.Equal(printed.Cell("evaluation"), plan.Text("EvaluationText"));
        Assert.Equal(printed.Cell("evaluateAfterYears"), plan.Number("EvaluateAfterYears"));
        Assert.Equal(printed.Cell("revision"), plan.Text("RevisionText"));
        Assert.Equal(printed.Cell("reviseEveryYears"), plan.Number("RevisionYears"));
        Assert.Equal(printed.Cell("owner"), plan.Text("ResponsibleText"));
        Assert.Equal(printed.Cell("ownerUnit"), plan.Picked("ResponsibleParties", Seed.Items(Recipe, "Party")));
        Assert.Equal(table.Lines("columns"), plan.Text("ColumnHeadings"));
        Assert.Equal(
            printed.Rows("relatedPlans").Select(related => (related.Cell("title"), related.Cell("period"))),
            plan.Bag("RelatedPlans").Select(related => (related.Text("Name"), related.Text("PeriodText")))
        );
        Assert.Equal(
            table.Rows("references").Select(reference => (reference.Cell("title"), reference.Cell("url"), reference.IsRemarkedOn())),
            plan.Bag("References")
                .Select(reference => (reference.Text("Name"), reference.Url("Address"), reference.Text("EditorNote") != ""))
        );
    }

    [Fact]
    public void The_plans_passages_are_word_for_word()
    {
        var printed = Table.GetProperty("plan");

        Compare.Passages(
            (printed.Cell("scope"), ""),
            (printed.Cell("periodText"), ""),
            (printed.Cell("sectorsText"), printed.Lines("sectors")),
            (printed.Cell("ownerUnitText"), ""),
            (printed.Cell("implementation"), ""),
            (printed.Cell("aimsIntro"), printed.Lines("aims")),
            (printed.Cell("history"), ""),
            (printed.Cell("scopeDefinition"), ""),
            (printed.Cell("perpetrators"), ""),
            (printed.Lines("challenges").Replace("\n", "\n\n", StringComparison.Ordinal), ""),
            ("", printed.Lines("focusAreas")),
            ("", printed.Lines("actionAreas")),
            (printed.Cell("tryggEst"), ""),
            (printed.Cell("riskGroupsIntro"), printed.Lines("riskGroups")),
            (printed.GetProperty("violenceDefinition").Cell("text"), ""),
            (printed.Cell("closeRelations"), ""),
            (printed.Cell("economy"), "")
        );
    }

    [Fact]
    public void Every_goal_has_its_responsibility_and_deadline()
    {
        var sections = Seed.Items(Recipe, "PlanSection").ToDictionary(Seed.Id, section => section.Text("PrintedHeading"));
        var parties = Seed.Items(Recipe, "Party");
        var expected =
            from section in Table.Rows("sections")
            from goal in section.Rows("goals")
            select Seed.Row(
                ("section", section.Cell("printedHeading")),
                ("code", goal.Cell("ref")),
                ("text", goal.Cell("text")),
                ("responsible", Responsible(goal)),
                ("parties", goal.Lines("responsible")),
                ("deadline", goal.Cell("deadline")),
                ("remarked", $"{goal.IsRemarkedOn()}")
            );

        Assert.Equal(
            expected,
            Seed.Items(Recipe, "Goal")
                .Select(goal =>
                    Seed.Row(
                        ("section", sections[goal.PickedIds("Section").Single()]),
                        ("code", goal.Text("Code")),
                        ("text", goal.Text("Text")),
                        ("responsible", goal.Text("ResponsibleText")),
                        ("parties", goal.Picked("ResponsibleParties", parties)),
                        ("deadline", goal.Text("DeadlineText")),
                        ("remarked", $"{goal.Text("EditorNote") != ""}")
                    )
                )
        );
    }

    [Fact]
    public void Every_measure_has_the_tables_cells_word_for_word()
    {
        var sections = Seed.Items(Recipe, "PlanSection").ToDictionary(Seed.Id, section => section.Text("Code"));
        var goals = Seed.Items(Recipe, "Goal").ToDictionary(Seed.Id);
        var parties = Seed.Items(Recipe, "Party");
        var expected =
            from section in Table.Rows("sections")
            from row in section.Rows("measures")
            select Seed.Row(
                ("section", section.Cell("code")),
                ("n", row.Cell("n")),
                ("text", row.Cell("text")),
                ("items", row.Lines("items")),
                ("goal", row.Cell("goal")),
                ("goal code", row.Cell("goalRef")),
                ("responsible", Responsible(row)),
                ("parties", row.Lines("responsible")),
                ("deadline", row.Cell("deadline")),
                ("see also", row.Cell("seeAlso")),
                ("links", row.Lines("links")),
                ("contact", row.TryGetProperty("contact", out var contact) ? contact.Cell("text") : ""),
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
                    ("items", measure.Text("Bullets")),
                    ("goal", goals[measure.PickedIds("Goal").Single()].Text("Text")),
                    ("goal code", goals[measure.PickedIds("Goal").Single()].Text("Code")),
                    ("responsible", measure.Text("ResponsibleText")),
                    ("parties", measure.Picked("ResponsibleParties", parties)),
                    ("deadline", measure.Text("DeadlineText")),
                    ("see also", measure.Text("SeeAlsoText")),
                    ("links", string.Join("\n", measure.Bag("Links").Select(link => link.Url("Address")))),
                    ("contact", measure.Text("ContactText")),
                    ("remarked", $"{measure.Text("EditorNote") != ""}")
                )
            )
        );
        Assert.Equal(43, measures.Count);
    }

    [Fact]
    public void The_groups_of_services_and_the_action_cards_have_the_documents_lists()
    {
        var table = Table;
        var help = table.GetProperty("perpetratorHelp");
        var expected = table
            .Rows("serviceGroups")
            .SelectMany(group =>
                new[] { "severeViolence", "helping" }.Select(kind => (Heading: group.Cell("printedHeading"), List: group.GetProperty(kind)))
            )
            .Select(list =>
                Seed.Row(("heading", list.Heading), ("intro", list.List.Cell("heading")), ("services", list.List.Lines("services")))
            )
            .Append(Seed.Row(("heading", ""), ("intro", help.Cell("text")), ("services", help.Lines("services"))));

        Assert.Equal(
            expected,
            Seed.Items(Recipe, "ServiceGroup")
                .Select(group =>
                    Seed.Row(
                        ("heading", group.Text("PrintedHeading")),
                        ("intro", group.Text("Heading")),
                        ("services", string.Join("\n", group.Bag("Entries").Select(entry => entry.Text("Name"))))
                    )
                )
        );
        Assert.Equal(
            table
                .Rows("serviceGroups")
                .Select(group =>
                    Seed.Row(
                        ("heading", group.Cell("printedHeading")),
                        ("intro", group.Cell("stepsIntro")),
                        ("steps", group.Lines("steps"))
                    )
                ),
            Seed.Items(Recipe, "ActionCard")
                .Select(card =>
                    Seed.Row(
                        ("heading", card.Text("Heading")),
                        ("intro", card.Text("Intro")),
                        ("steps", string.Join("\n", card.Bag("Steps").Select(step => step.Text("Text"))))
                    )
                )
        );
    }

    [Fact]
    public void The_units_within_a_listed_service_are_kept()
    {
        var printed = Table
            .Rows("serviceGroups")
            .Where(group => group.GetProperty("helping").TryGetProperty("subUnits", out _))
            .SelectMany(group => group.GetProperty("helping").GetProperty("subUnits").EnumerateObject())
            .Select(unit => (unit.Name, string.Join("\n", unit.Value.EnumerateArray().Select(name => name.GetString()))));

        Assert.Equal(
            printed,
            Seed.Items(Recipe, "ServiceGroup")
                .SelectMany(group => group.Bag("Entries"))
                .Where(entry => entry.Text("Units") != "")
                .Select(entry => (entry.Text("Name"), entry.Text("Units")))
        );
    }

    [Fact]
    public void The_help_for_perpetrators_links_to_its_five_sites()
    {
        var sites = Seed.Items(Recipe, "WebResource").ToDictionary(Seed.Id);
        var group = Seed.Items(Recipe, "ServiceGroup").Single(group => group.Text("Kind") == "perpetrators");

        Assert.Equal(
            Table.GetProperty("perpetratorHelp").Rows("links").Select(link => (link.Cell("name"), link.Cell("url"))),
            group
                .PickedIds("Resources")
                .Select(id => sites[id].Bag("Mentions").Single(mention => mention.Text("Chapter") == group.Text("Chapter")))
                .Select(mention => (mention.Text("Name"), mention.Text("PrintedAddress")))
        );
    }

    [Fact]
    public void The_kinds_of_violence_are_explained_in_the_documents_words()
    {
        var table = Table;

        Assert.Equal(
            table.Rows("violenceTypes").Select(type => (type.Cell("name"), type.Cell("definition"), table.Cell("violenceTypesSource"))),
            Seed.Items(Recipe, "ViolenceType").Select(type => (type.Title(), type.Text("Definition"), type.Text("Source")))
        );
    }

    /// <summary>The number of Vern for eldre stands as printed in the appendix and nowhere else: nobody could confirm it.</summary>
    [Fact]
    public void Each_number_of_the_document_is_one_channel_here_or_a_national_one()
    {
        var channels = Seed.Items(Recipe, "Channel")
            .Concat(Seed.Items("recipes/nasjonale-tilbud.recipe.json", "Channel"))
            .Select(channel => Digits(channel.Text("Phone")))
            .Where(number => number != "")
            .ToList();
        var printed = Table.GetProperty("counts").GetProperty("phoneNumbers").EnumerateArray().Select(number => number.GetString()!);

        Assert.All(printed.Where(number => number != "80030196"), number => Assert.Single(channels, number));

        static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));
    }

    [Fact]
    public void The_parties_are_those_of_the_table() => Compare.Parties();

    [Fact]
    public void The_services_stand_as_the_document_prints_them() => Compare.Appendix();

    [Fact]
    public void The_service_directory_begins_with_the_documents_words() => Compare.Services();

    [Fact]
    public void The_web_resources_are_those_of_the_table() => Compare.WebResources(context => context);

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

    private static string Responsible(JsonElement row) =>
        row.Cell("responsibleText") is { Length: > 0 } text ? text : row.Lines("responsible");
}
