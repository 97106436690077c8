using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.Recipes.Running;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Running;

public sealed class RecipeRunnerTests : IDisposable
{
    private const string Definition = """
        { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Note", "DisplayName": "Note",
            "Settings": { "ContentTypeSettings": { "Versionable": true } }, "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
              { "PartName": "Note", "Name": "Note" } ] } ], "ContentParts": [ { "Name": "Note", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Body" }, { "FieldName": "NumericField", "Name": "Order" },
                { "FieldName": "BooleanField", "Name": "Done" } ] } ] }
        """;

    private readonly RecipeBench _bench = new();

    [Fact]
    public async Task A_recipe_seeds_once_and_again_changes_nothing()
    {
        var first = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "En"), Item("b", "1", "To"))));
        var commits = _bench.Tenant.Documents.Count;
        var second = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "En"), Item("b", "1", "To"))));

        Assert.Empty(first.Faults);
        Assert.Equal(2, first.Report!.Count(RecipeOutcome.Created));
        Assert.Equal(3, second.Report!.Count(RecipeOutcome.Same));
        Assert.Equal(0, second.Report.Count(RecipeOutcome.Created) + second.Report.Count(RecipeOutcome.Updated));
        Assert.Equal("En", _bench.Tenant.FindLatest("a")!.FindField("Note", "Body")!["Text"]!.GetValue<string>());
        Assert.Equal(commits, _bench.Tenant.Documents.Count);
    }

    [Fact]
    public async Task Numbers_and_flags_given_as_text_are_read()
    {
        await _bench.RunAsync(
            Recipe(Definition, Content(Item("a", "1", "En", """, "Order": { "Value": "[js: 1 + 1]" }, "Done": { "Value": "true" }""")))
        );

        var stored = _bench.Tenant.FindLatest("a")!;
        Assert.Equal("2", stored.FindField("Note", "Order")!["Value"]!.ToJsonString());
        Assert.Equal("true", stored.FindField("Note", "Done")!["Value"]!.ToJsonString());
    }

    [Fact]
    public async Task An_editors_saved_change_survives_a_new_recipe_unless_overwriting_is_asked_for()
    {
        await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "Recipe"))));
        await SaveAsPersonAsync("a", "Person");

        var again = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "Recipe"))));
        var updated = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "2", "Newer"))));
        var kept = BodyOf("a");
        var overwritten = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "2", "Newer"))), new RecipeRunMode(Overwrite: true));

        Assert.Equal(0, again.Report!.Count(RecipeOutcome.Updated));
        Assert.Equal(1, updated.Report!.Count(RecipeOutcome.ChangedHere));
        Assert.Equal("Person", kept);
        Assert.Equal(1, overwritten.Report!.Count(RecipeOutcome.Updated));
        Assert.Equal("Newer", BodyOf("a"));
        Assert.Contains(_bench.Tenant.Items.Single().All, version => version.WrittenBy == PrincipalKind.User);
    }

    [Fact]
    public async Task A_dry_run_lists_every_item_and_stores_nothing()
    {
        await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "En"), Item("b", "1", "To"), Item("c", "1", "Tre"))));
        await SaveAsPersonAsync("c", "Person");
        var commits = _bench.Tenant.Commits;
        var dry = await _bench.RunAsync(
            Recipe(
                Definition,
                Content(
                    Item("a", "1", "En"),
                    Item("b", "2", "Annet"),
                    Item("c", "2", "Ny"),
                    Item("d", "1", "Fire"),
                    Item("e", "1", "Fem", part: """, "AutoroutePart": { "Path": "sti-a" }""")
                )
            ),
            new RecipeRunMode(IsDryRun: true)
        );

        Assert.Equal(commits, _bench.Tenant.Commits);
        Assert.Equal(
            ["same", "same", "held back", "changed here", "held back", "refused"],
            RecipeReportText.Things(dry.Report!).Select(line => line[..12].Trim())
        );
        Assert.False(dry.Report!.IsSuccess);
        Assert.Equal("2 same, 1 changed here, 2 held back, 1 refused", RecipeReportText.Summary(dry.Report));
    }

    [Fact]
    public async Task A_failing_step_leaves_nothing_of_itself_and_a_mended_rerun_goes_on()
    {
        var broken = await _bench.RunAsync(
            Recipe(
                Definition,
                Content(Item("a", "1", "En")),
                Content(Item("b", "1", "To"), Item("c", "1", "Tre", part: """, "AutoroutePart": { "Path": "sti-b" }"""))
            )
        );
        var storedThen = _bench.Tenant.Items.Select(item => item.Id.Value).ToList();
        var mended = await _bench.RunAsync(
            Recipe(Definition, Content(Item("a", "1", "En")), Content(Item("b", "1", "To"), Item("c", "1", "Tre")))
        );

        Assert.Equal(
            "r.recipe.json: step 3 (content), steps[2].data[1].AutoroutePart.Path, "
                + "line 9: the path 'sti-b' is taken by the item b; expected one of its own",
            Assert.Single(broken.Faults)
        );
        Assert.Equal(["a"], storedThen);
        Assert.Equal("1 created, 1 updated", RecipeReportText.Summary(broken.Report!));
        Assert.Empty(broken.Report!.Steps[2].Things);
        Assert.Equal((2, 2), (mended.Report!.Count(RecipeOutcome.Created), mended.Report.Count(RecipeOutcome.Same)));
    }

    [Theory]
    [InlineData(
        """{ "name": "content", "data": [ { "ContentItemId": "x", "ContentType": "Nobody" } ] }""",
        "steps[2].data[0].ContentType, line 8: the type 'Nobody' is not defined"
    )]
    [InlineData(
        """{ "name": "content", "data": [ { "ContentItemId": "x", "ContentType": "Note", "Note": { "Order": { "Value": [] } } } ] }""",
        "steps[2].data[0].Note.Order.Value, line 8: is a list; expected a number"
    )]
    [InlineData(
        """{ "name": "content", "data": [ { "ContentItemId": "x", "ContentType": "Note", "Note": [] } ] }""",
        "is a list; expected an object, the part 'Note'"
    )]
    [InlineData("""{ "name": "content", "data": [ { "ContentType": "Note" } ] }""", "data[0].ContentItemId, line 8: is missing")]
    [InlineData("""{ "name": "content", "data": { } }""", "steps[2].data, line 8: is an object; expected a list")]
    [InlineData(
        """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Message","""
            + """ "ContentTypePartDefinitionRecords": [ { "Name": "TitlePart" } ] } ] }""",
        "unable to add a part to the type 'Message': the record has no PartName"
    )]
    public async Task Shapes_are_checked_before_the_first_step(string last, string expected)
    {
        var outcome = await _bench.RunAsync(Recipe(Definition, Content(Item("a", "1", "En")), last));

        Assert.Contains(expected, Assert.Single(outcome.Faults));
        Assert.Equal(0, _bench.Tenant.Commits);
    }

    [Fact]
    public async Task Items_are_checked_against_what_nested_recipes_define()
    {
        _bench.Write("types.recipe.json", $$"""{ "name": "Types", "steps": [ {{Definition}} ] }""");

        var nested = await _bench.RunAsync(
            Recipe("""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "Types" } ] }""", Content(Item("a", "1", "En")))
        );
        using var other = new RecipeBench();
        var without = await other.RunAsync(Recipe(Content(Item("a", "1", "En"))));

        Assert.Empty(nested.Faults);
        Assert.Equal(["recipes", "ContentDefinition", "content"], nested.Report!.Steps.Select(step => step.Step));
        Assert.Contains("'Note' is not defined", Assert.Single(without.Faults));
    }

    [Fact]
    public async Task A_nested_recipe_has_variables_of_its_own()
    {
        _bench.Write(
            "inner.recipe.json",
            """{ "name": "Inner", "steps": [ { "name": "settings", "SiteName": "[js: variables('site')]" } ] }"""
        );

        var outcome = await _bench.RunAsync(
            """{ "variables": { "site": "Outer" }, "steps": [ { "name": "recipes", "Values": [ { "name": "Inner" } ] } ] }"""
        );

        Assert.Equal(
            "inner.recipe.json: step 1 (settings), steps[0].SiteName, "
                + "line 1: '[js: variables('site')]' cannot be evaluated: the variable 'site' is not defined",
            Assert.Single(outcome.Faults)
        );
    }

    [Fact]
    public async Task Recipes_that_name_each_other_are_refused()
    {
        _bench.Write("b.recipe.json", """{ "name": "B", "steps": [ { "name": "recipes", "Values": [ { "name": "A" } ] } ] }""");

        var outcome = await _bench.RunFileAsync(
            _bench.Write("a.recipe.json", """{ "name": "A", "steps": [ { "name": "recipes", "Values": [ { "name": "B" } ] } ] }""")
        );

        Assert.Contains("in a circle: A -> B -> A", Assert.Single(outcome.Faults));
    }

    [Fact]
    public async Task A_name_used_twice_is_told_with_both_files()
    {
        _bench.Write("one.recipe.json", """{ "name": "Twin", "steps": [] }""");
        _bench.Write("two.recipe.json", """{ "name": "Twin", "steps": [] }""");

        var outcome = await _bench.RunAsync("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "Twin" } ] } ] }""");

        Assert.Contains("one.recipe.json", Assert.Single(outcome.Faults));
        Assert.Contains("two.recipe.json", outcome.Faults[0]);
    }

    [Fact]
    public async Task A_recipe_that_is_not_there_is_refused_by_name() =>
        Assert.Contains(
            "steps[0].Values[0].name, line 1: there is no recipe named 'Gone'",
            Assert.Single((await _bench.RunAsync("""{ "steps": [ { "name": "recipes", "Values": [ { "name": "Gone" } ] } ] }""")).Faults)
        );

    [Fact]
    public async Task A_step_that_nobody_knows_is_told_and_skipped()
    {
        var outcome = await _bench.RunStepAsync("\"name\": \"nobody-knows\"");

        Assert.Empty(outcome.Faults);
        Assert.Equal(
            "r.recipe.json: step 1 (nobody-knows), steps[0].name, line 1: nothing here knows the step 'nobody-knows'; it is skipped",
            Assert.Single(outcome.Warnings)
        );
    }

    [Theory]
    [InlineData("FEATURE")]
    [InlineData("Feature")]
    public async Task The_name_of_a_step_is_compared_ignoring_case(string name) =>
        Assert.Empty((await _bench.RunStepAsync($"\"name\": \"{name}\", \"enable\": [ \"OrchardCore.Title\" ]")).Warnings);

    [Fact]
    public async Task What_a_script_could_not_do_is_told_once_with_its_place()
    {
        var outcome = await _bench.RunStepAsync("\"name\": \"settings\", \"Other\": { \"List\": [ \"x\", \"[js: executeQuery('a')]\" ] }");

        Assert.Contains(
            "step 1 (settings), steps[0].Other.List[1], line 1: executeQuery() is not available here",
            Assert.Single(outcome.Warnings)
        );
        Assert.Contains("\"List\":[\"x\",\"\"]", _bench.Tenant.Documents["Settings"]);
    }

    [Fact]
    public async Task Five_thousand_items_are_seeded_in_one_step()
    {
        var items = Enumerable.Range(0, 5000).Select(n => Item($"i{n}", "1", $"Nummer {n}")).ToArray();

        var outcome = await _bench.RunAsync(Recipe(Definition, Content(items)), new RecipeRunMode());

        Assert.Empty(outcome.Faults);
        Assert.Equal(5000, _bench.Tenant.Items.Count);
    }

    public void Dispose() => _bench.Dispose();

    private string? BodyOf(string id) => _bench.Tenant.FindLatest(id)!.FindField("Note", "Body")!["Text"]!.GetValue<string>();

    private async Task SaveAsPersonAsync(string id, string text)
    {
        await using var work = await _bench.Tenant.BeginAsync(CancellationToken.None);
        var live = await work.Content.LoadAsync(new(id), CancellationToken.None);
        var item = live.Latest!.Item.DeepClone();
        item.FindField("Note", "Body")!["Text"] = text;
        var version = new StoredVersion
        {
            Item = item with { ContentItemVersionId = ContentItemVersionId.New() },
            WrittenBy = PrincipalKind.User,
        };
        await work.Content.SaveAsync(live, live with { Latest = version, Published = version }, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    private static string Recipe(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(params string[] items) => $$"""{ "name": "content", "data": [ {{string.Join(",\n", items)}} ] }""";

    private static string Item(string id, string version, string text, string fields = "", string? part = null) =>
        $$"""{ "ContentItemId": "{{id}}", "ContentItemVersionId": "v{{id}}{{version}}", "ContentType": "Note","""
        + $$""" "DisplayText": "{{id}}", "Latest": true, "Published": true,"""
        + $$""" "Note": { "Body": { "Text": "{{text}}" }{{fields}} }{{part ?? $", \"AutoroutePart\": {{ \"Path\": \"sti-{id}\" }}"}} }""";
}
