using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Steps;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Steps;

public sealed class StepTests : IDisposable
{
    private readonly RecipeBench _bench = new();

    [Fact]
    public async Task Features_are_flags_and_unknown_ones_are_told()
    {
        var outcome = await _bench.RunStepAsync(
            "\"name\": \"feature\", \"enable\": [ \"OrchardCore.Menu\", \"OrchardCore.Menyer\", "
                + "\"TheBlogTheme\" ], \"disable\": [ \"TheBlogTheme\" ]"
        );

        Assert.Contains("steps[0].enable[1], line 1: nobody knows the feature 'OrchardCore.Menyer'", Assert.Single(outcome.Warnings));
        Assert.Equal("""{"Enabled":["OrchardCore.Menu","OrchardCore.Menyer"]}""", _bench.Tenant.Documents[FeatureStep.DocumentName]);
        Assert.Contains("\"LinkMenuItem\"", _bench.Tenant.Documents["ContentDefinition"]);
    }

    [Fact]
    public async Task Settings_keep_unknown_keys_whole_and_pass_over_nulls()
    {
        await _bench.RunStepAsync(
            "\"name\": \"settings\", \"SiteName\": \"En\", \"PageSize\": \"10\", \"LayerSettings\": { \"Zones\": [ \"A\", \"B\" ] }"
        );
        await _bench.RunStepAsync("\"name\": \"settings\", \"SiteName\": null, \"LayerSettings\": { \"Zones\": [ \"C\" ] }");

        Assert.Equal("""{"SiteName":"En","PageSize":"10","LayerSettings":{"Zones":["C"]}}""", _bench.Tenant.Documents["Settings"]);
    }

    [Fact]
    public async Task Roles_replace_add_and_remove_and_keep_names_that_nobody_knows()
    {
        await _bench.RunStepAsync(
            "\"name\": \"Roles\", \"Roles\": [ { \"Name\": \"Editor\", \"Permissions\": [] }, { \"Name\": \"ANONYMOUS\", "
                + "\"Description\": null, \"Permissions\": [ \"ViewContent\", \"Publish_Plan\" ] } ]"
        );
        var outcome = await _bench.RunStepAsync(
            "\"name\": \"roles\", \"Roles\": [ { \"Name\": \"editor\", \"Permissions\": [ \"Fly\" ], "
                + "\"PermissionBehavior\": \"Add\" }, { \"Name\": \"Anonymous\", "
                + "\"Permissions\": [ \"Publish_Plan\" ], \"PermissionBehavior\": 2 } ]"
        );

        var roles = Roles.FromJson((JsonObject)JsonNode.Parse(_bench.Tenant.Documents["Roles"])!);
        Assert.Superset(new HashSet<string> { "Fly", "PublishContent", "EditContent" }, roles.Find("Editor")!.Permissions.ToHashSet());
        Assert.Equal(["ViewContent"], roles.Find("Anonymous")!.Permissions);
        Assert.Contains("nobody knows Fly", Assert.Single(outcome.Warnings));
    }

    [Fact]
    public async Task A_role_made_with_its_well_known_grants_keeps_them_in_a_rerun()
    {
        const string Step = "\"name\": \"Roles\", \"Roles\": [ { \"Name\": \"Editor\", \"Permissions\": [ \"Import\" ] } ]";
        await _bench.RunStepAsync(Step);
        var made = _bench.Tenant.Documents["Roles"];
        var again = await _bench.RunStepAsync(Step);

        Assert.Equal(1, again.Report!.Count(RecipeOutcome.Same));
        Assert.Equal(made, _bench.Tenant.Documents["Roles"]);
        Assert.Contains("PublishContent", made);
    }

    [Fact]
    public async Task Custom_settings_are_stored_under_their_type_and_a_new_id_is_no_change()
    {
        const string Step =
            "\"name\": \"custom-settings\", \"Colours\": { \"ContentItemId\": \"[js: uuid()]\", "
            + "\"ContentType\": \"Colours\", \"Colours\": { \"Main\": { \"Text\": \"red\" } } }";
        await _bench.RunStepAsync(Step);
        var again = await _bench.RunStepAsync(Step);

        Assert.Contains("\"Colours\":{\"ContentItemId\"", _bench.Tenant.Documents["Settings"]);
        Assert.Equal(1, again.Report!.Count(RecipeOutcome.Same));
    }

    [Fact]
    public async Task A_replaced_definition_is_exactly_what_stands_there_and_a_deleted_one_is_gone()
    {
        const string Records = "\"ContentTypePartDefinitionRecords\": [ { \"PartName\": \"TitlePart\" } ]";
        await _bench.RunStepAsync(
            $$"""
            "name": "ContentDefinition", "ContentTypes": [ { "Name": "A", "DisplayName": "A", "Settings": { "Own": { "x": 1 } },
              {{Records}} }, { "Name": "B", {{Records}} } ]
            """
        );
        await _bench.RunStepAsync(
            "\"name\": \"ReplaceContentDefinition\", \"ContentTypes\": [ { \"Name\": \"A\", \"DisplayName\": \"Alfa\" } ]"
        );
        await _bench.RunStepAsync("\"name\": \"DeleteContentDefinition\", \"ContentTypes\": [ \"B\", \"Gone\" ]");

        Assert.Equal(
            """{"ContentTypes":[{"Name":"A","DisplayName":"Alfa","Settings":{},"ContentTypePartDefinitionRecords":[]}]"""
                + ""","ContentParts":[]}""",
            _bench.Tenant.Documents["ContentDefinition"]
        );
    }

    [Fact]
    public async Task Files_beside_the_recipe_and_in_it_are_stored_and_the_same_again_is_no_change()
    {
        _bench.Write("a.png", [0x89, .. "PNG"u8, 1, 2, 3]);
        const string Step =
            "\"name\": \"media\", \"Files\": [ { \"TargetPath\": \"/sub/b.png\", \"SourcePath\": \"a.png\" }, "
            + "{ \"Path\": \"c.pdf\", \"Base64\": \"JVBERg==\" }, { \"TargetPath\": \"d.jpg\", \"Base64\": \"AAAA\" }, "
            + "{ \"TargetPath\": \"e.jpg\", \"SourceUrl\": \"https://example.no/e.jpg\" } ]";
        var first = await _bench.RunStepAsync(Step);
        var again = await _bench.RunStepAsync(Step);

        Assert.Equal(3, first.Report!.Count(RecipeOutcome.Created));
        Assert.Equal(3, again.Report!.Count(RecipeOutcome.Same));
        Assert.Equal(
            ["does not begin as a .jpg file", "not fetched"],
            first.Warnings.Select(line =>
                line.Contains("not fetched") ? "not fetched"
                : line.Contains("does not begin as a .jpg file") ? "does not begin as a .jpg file"
                : line
            )
        );
        Assert.Equal("%PDF", File.ReadAllText(Path.Combine(_bench.Folder, "data", "media", "prøve", "c.pdf")));
        Assert.True(File.Exists(Path.Combine(_bench.Folder, "data", "media", "prøve", "sub", "b.png")));
    }

    [Fact]
    public async Task What_a_killed_process_left_unfinished_goes_with_the_next_file()
    {
        var old = _bench.Write("data/media/prøve/.1.tmp", "half");
        var fresh = _bench.Write("data/media/prøve/.2.tmp", "somebody is writing");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        await _bench.RunStepAsync("\"name\": \"media\", \"Files\": [ { \"Path\": \"c.pdf\", \"Base64\": \"JVBERg==\" } ]");

        Assert.Equal((false, true), (File.Exists(old), File.Exists(fresh)));
    }

    [Theory]
    [InlineData("../out.png")]
    [InlineData("a/../../out.png")]
    [InlineData(".hidden.png")]
    [InlineData("a//b.png")]
    [InlineData("a:b.png")]
    [InlineData("")]
    [InlineData("run.exe")]
    [InlineData("page.html")]
    public async Task A_file_goes_nowhere_else_and_is_of_an_allowed_kind(string target)
    {
        var outcome = await _bench.RunStepAsync(
            $"\"name\": \"media\", \"Files\": [ {{ \"TargetPath\": \"{target}\", \"Base64\": \"AAAA\" }} ]"
        );

        Assert.Single(outcome.Faults);
        Assert.False(Directory.Exists(Path.Combine(_bench.Folder, "data")));
    }

    [Fact]
    public async Task A_file_that_would_lie_below_a_file_is_refused_in_one_line()
    {
        await _bench.RunStepAsync("\"name\": \"media\", \"Files\": [ { \"Path\": \"a.pdf\", \"Base64\": \"JVBERg==\" } ]");

        var outcome = await _bench.RunStepAsync(
            "\"name\": \"media\", \"Files\": [ { \"Path\": \"a.pdf/b.pdf\", \"Base64\": \"JVBERg==\" } ]"
        );

        Assert.Contains("'a.pdf/b.pdf' cannot be written", Assert.Single(outcome.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pdf", "ok.pdf", "a.pdf/b.pdf")]
    [InlineData("x.pdf", "ok.pdf", "b.pdf/c.pdf", "b.pdf")]
    [InlineData("x.pdf", "B.pdf", "b.pdf/c.pdf", "B.pdf/d.pdf")]
    [InlineData("x.pdf", "ok.pdf", "A/b.pdf", "a/b.pdf")]
    [InlineData("x.pdf", "ok.pdf", "a/b.pdf", "a/B.pdf")]
    [InlineData("x.pdf", "ok.pdf", "b.pdf", "B.pdf/c.pdf")]
    [InlineData("x.pdf", "ok.pdf", "X.pdf")]
    public async Task Nothing_of_a_step_is_written_when_one_of_its_files_has_no_place(string there, params string[] files)
    {
        await _bench.RunStepAsync($"\"name\": \"media\", \"Files\": [ {{ \"Path\": \"{there}\", \"Base64\": \"JVBERg==\" }} ]");
        var step = string.Join(", ", files.Select(file => $"{{ \"Path\": \"{file}\", \"Base64\": \"JVBERg==\" }}"));

        var outcome = await _bench.RunStepAsync($"\"name\": \"media\", \"Files\": [ {step} ]");

        Assert.Contains("cannot be written", Assert.Single(outcome.Faults), StringComparison.Ordinal);
        Assert.Equal([there], Directory.GetFiles(Path.Combine(_bench.Folder, "data", "media", "prøve")).Select(Path.GetFileName));
    }

    [Fact(Timeout = 30_000)]
    public async Task What_is_no_regular_file_is_no_source_of_a_file()
    {
        await SpecialFiles.MakePipeAsync(Path.Combine(_bench.Folder, "a.png"), TestContext.Current.CancellationToken);

        var outcome = await _bench.RunStepAsync(
            "\"name\": \"media\", \"Files\": [ { \"TargetPath\": \"a.png\", \"SourcePath\": \"a.png\" } ]"
        );

        Assert.Contains("'a.png' is no regular file", Assert.Single(outcome.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg onload=\"alert(1)\"/>")]
    [InlineData("<svg><a href='javascript:x'/></svg>")]
    public async Task A_drawing_that_acts_is_refused(string drawing)
    {
        _bench.Write("a.svg", drawing);

        Assert.Contains(
            "holds a script",
            Assert.Single(
                (
                    await _bench.RunStepAsync(
                        "\"name\": \"media\", \"Files\": [ { \"TargetPath\": \"a.svg\", \"SourcePath\": \"a.svg\" } ]"
                    )
                ).Faults
            )
        );
    }

    [Fact]
    public async Task Pictures_of_a_theme_lie_beside_its_recipes_folder()
    {
        var recipe = _bench.Write(
            "Recipes/r.recipe.json",
            """{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "a.svg", "SourcePath": "../wwwroot/img/a.svg" } ] } ] }"""
        );
        _bench.Write("wwwroot/img/a.svg", "<svg/>");

        Assert.Empty((await _bench.RunFileAsync(recipe)).Faults);
    }

    [Theory]
    [InlineData("queries", "Queries", "Name")]
    [InlineData("layers", "Layers", "Name")]
    [InlineData("AdminMenu", "data", "Id")]
    [InlineData("WorkflowType", "data", "WorkflowTypeId")]
    [InlineData("UrlRewriting", "Rules", "Id")]
    public async Task Lists_that_nothing_uses_are_kept_and_matched_by_their_id(string step, string key, string id)
    {
        await _bench.RunStepAsync($"\"name\": \"{step}\", \"{key}\": [ {{ \"{id}\": \"a\", \"x\": 1 }}, {{ \"{id}\": \"b\" }} ]");
        var outcome = await _bench.RunStepAsync(
            $"\"name\": \"{step}\", \"{key}\": [ {{ \"{id}\": \"A\", \"x\": 2 }}, {{ \"{id}\": \"c\" }} ]"
        );

        Assert.Contains("it is kept", Assert.Single(outcome.Warnings));
        Assert.Equal(
            $$"""{"{{key}}":[{"{{id}}":"A","x":2},{"{{id}}":"b"},{"{{id}}":"c"}]}""",
            _bench.Tenant.Documents[KeptStep.DocumentName(step)]
        );
    }

    [Theory]
    [InlineData(
        "layers",
        "\"Layers\": [ { \"Name\": \"a\", \"LayerRule\": { \"ConditionId\": \"[js: uuid()]\", "
            + "\"Conditions\": [ { \"ConditionId\": \"[js: 'c' + uuid()]\", \"Value\": true } ] } } ]"
    )]
    [InlineData("AdminMenu", "\"data\": [ { \"Id\": \"[js: uuid()]\", \"Name\": \"a\" }, { \"Id\": \"[js: uuid()]\" } ]")]
    [InlineData("Templates", "\"Templates\": { \"A\": { \"Content\": \"[js: uuid()]\" } }")]
    [InlineData("themes", "\"Site\": \"[js: uuid()]\"")]
    public async Task A_kept_step_run_again_keeps_what_it_generated(string step, string body)
    {
        await _bench.RunStepAsync($"\"name\": \"{step}\", {body}");
        var made = _bench.Tenant.Documents[KeptStep.DocumentName(step)];
        var again = await _bench.RunStepAsync($"\"name\": \"{step}\", {body}");

        Assert.Equal(1, again.Report!.Count(RecipeOutcome.Same));
        Assert.Equal(made, _bench.Tenant.Documents[KeptStep.DocumentName(step)]);
    }

    [Fact]
    public async Task What_an_author_changes_beside_a_generated_value_is_changed()
    {
        await _bench.RunStepAsync("\"name\": \"AdminMenu\", \"data\": [ { \"Id\": \"[js: uuid()]\", \"Name\": \"a\", \"x\": 1 } ]");
        var made = JsonNode.Parse(_bench.Tenant.Documents["Step.AdminMenu"])!["data"]![0]!["Id"]!.GetValue<string>();
        await _bench.RunStepAsync("\"name\": \"AdminMenu\", \"data\": [ { \"Id\": \"[js: uuid()]\", \"Name\": \"a\", \"x\": 2 } ]");

        Assert.Equal($$"""{"data":[{"Id":"{{made}}","Name":"a","x":2}]}""", _bench.Tenant.Documents["Step.AdminMenu"]);
    }

    [Fact]
    public async Task Named_things_that_nothing_uses_are_kept_by_name()
    {
        await _bench.RunStepAsync(
            "\"name\": \"Templates\", \"Templates\": { \"A\": { \"Content\": \"x\" }, \"B\": { \"Content\": \"y\" } }"
        );
        await _bench.RunStepAsync("\"name\": \"templates\", \"Templates\": { \"B\": { \"Content\": \"z\" } }");

        Assert.Equal("""{"Templates":{"A":{"Content":"x"},"B":{"Content":"z"}}}""", _bench.Tenant.Documents["Step.Templates"]);
    }

    [Fact]
    public async Task An_old_search_index_becomes_an_index_profile()
    {
        await _bench.RunStepAsync(
            "\"name\": \"lucene-index\", \"Indices\": [ { \"Search\": { \"AnalyzerName\": \"standardanalyzer\", "
                + "\"IndexLatest\": false, \"IndexedContentTypes\": [ \"Article\" ] } } ]"
        );

        var profile = JsonNode.Parse(_bench.Tenant.Documents["Step.CreateOrUpdateIndexProfile"])!["indexes"]![0]!;
        Assert.Equal("Search", profile["Name"]!.GetValue<string>());
        Assert.Equal("Article", profile["Properties"]!["ContentIndexMetadata"]!["IndexedContentTypes"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Translations_are_read_in_both_shapes_and_merged()
    {
        await _bench.RunStepAsync(
            "\"name\": \"Translations\", \"translations\": [ { \"culture\": \"nb\", "
                + "\"context\": \"c\", \"key\": \"Save\", \"value\": \"Lagre\" } ]"
        );
        await _bench.RunStepAsync("\"name\": \"Translations\", \"Translations\": { \"nb\": { \"Cancel\": \"Avbryt\" } }");
        await _bench.RunStepAsync(
            "\"name\": \"Translations\", \"translations\": [ { \"culture\": \"nb\", "
                + "\"context\": \"c\", \"key\": \"Save\", \"value\": \"Lagre nå\" } ]"
        );

        Assert.Equal(
            ["Lagre nå", "Avbryt"],
            ((JsonArray)JsonNode.Parse(_bench.Tenant.Documents["Step.Translations"])!["translations"]!).Select(text =>
                text!["value"]!.GetValue<string>()
            )
        );
    }

    [Fact]
    public async Task Commands_are_never_run() =>
        Assert.Contains(
            "is skipped",
            Assert.Single((await _bench.RunStepAsync("\"name\": \"Command\", \"Commands\": [ \"rm -rf /\" ]")).Warnings)
        );

    public void Dispose() => _bench.Dispose();
}
