using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary>The commands of the program, as a shell sees them.</summary>
public sealed class CommandLineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_is_made_filled_looked_at_and_removed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var recipe = Path.Combine(database.Directory, "small.recipe.json");
        await File.WriteAllTextAsync(
            recipe,
            """{ "name": "Small", "steps": [ { "name": "Roles", "Roles": [ { "Name": "Editor","""
                + """ "Permissions": [] } ] }, { "name": "nobody-knows" } ] }""",
            Stop
        );
        var broken = Path.Combine(database.Directory, "broken.json");
        await File.WriteAllTextAsync(broken, "{ \"steps\": [\n", Stop);

        Assert.Equal(
            (0, "prove: 1 created, 1 warning"),
            LastLine(await RunAsync(database, "", "tenant", "create", "prove", "--recipe", "Small"))
        );
        Assert.Equal((0, "prove\tRunning\t/prove/\tSmall"), LastLine(await RunAsync(database, "", "tenant", "list")));
        Assert.Equal(
            (0, "Dry run, nothing stored: 1 same, 1 warning"),
            LastLine(await RunAsync(database, "", "recipe", "run", recipe, "--tenant", "PROVE", "--dry-run"))
        );
        Refused(await RunAsync(database, "", "recipe", "run", broken, "--tenant", "prove"), "broken.json: line 2");
        Refused(await RunAsync(database, "", "recipe", "run", "gone.json", "--tenant", "prove"), "gone.json: there is no such file");
        Refused(
            await RunAsync(database, "", "recipe", "run", recipe, "--tenant", "nobody"),
            "There is no tenant 'nobody'; expected one of prove."
        );
        Assert.Equal(
            (0, "The user 'kari' of 'prove' is created."),
            LastLine(await RunAsync(database, "a long enough phrase\n", "user", "create", "kari", "--tenant", "prove", "--role", "Editor"))
        );
        Refused(await RunAsync(database, "short\n", "user", "create", "per", "--tenant", "prove"), "Password: has 5 characters");
        Refused(await RunAsync(database, "", "user", "create", "per", "--tenant", "prove"), "No password was given");
        Refused(await RunAsync(database, "", "tenant", "remove", "prove"), "Nothing was removed");
        Refused(
            await RunAsync(database, "", "tenant", "create", "PROVE", "--recipe", "Small"),
            "The tenant 'PROVE' cannot be made: the name 'PROVE' is taken by the tenant 'prove'."
        );
        Assert.Equal(0, (await RunAsync(database, "", "tenant", "remove", "prove", "--yes")).Code);
        Assert.Equal((0, ""), LastLine(await RunAsync(database, "", "tenant", "list")));
    }

    /// <summary>Nothing is made of a recipe that is not there, or that cannot begin.</summary>
    [Fact]
    public async Task A_recipe_that_cannot_set_a_tenant_up_makes_none()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "good.recipe.json"), SetUp("Good"), Stop);
        await File.WriteAllTextAsync(
            Path.Combine(database.Directory, "bad.recipe.json"),
            """{ "name": "Bad", "issetuprecipe": true, "steps": [ { "name": "settings", "SiteName": 7 } ] }""",
            Stop
        );
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "broken.json"), "{", Stop);

        Refused(await CreateAsync("Goood"), "There is no recipe named 'Goood'; expected Bad, Good, or the path of a recipe's file.");
        Refused(await CreateAsync(""), "There is no recipe named ''");
        Refused(await CreateAsync("./gone.recipe.json"), "gone.recipe.json: there is no such file");
        Refused(await CreateAsync(Path.Combine(database.Directory, "broken.json")), "broken.json: line 1");
        Refused(await CreateAsync("Bad"), "The tenant 'a' is not made: its recipe 'Bad' is refused, as told above.");
        Assert.Equal("", (await RunAsync(database, "", "tenant", "list")).Output);

        Task<(int Code, string Output, string Errors)> CreateAsync(string recipe) =>
            RunAsync(database, "", "tenant", "create", "a", "--recipe", recipe);
    }

    /// <summary>
    /// A recipe in a folder that nobody has named, and one that stops on its way: any set-up recipe mends it, and the site's name stays.
    /// </summary>
    [Fact]
    public async Task A_recipe_may_be_a_file_and_any_set_up_recipe_mends_what_was_cut_short()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var elsewhere = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(elsewhere.Directory, "other.recipe.json");
        await File.WriteAllTextAsync(file, SetUp("Other"), Stop);
        var half = Path.Combine(elsewhere.Directory, "half.recipe.json");
        await File.WriteAllTextAsync(
            half,
            """
            { "name": "Half", "steps": [
              { "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": [] } ] },
              { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Page",
                "ContentTypePartDefinitionRecords": [ { "PartName": "AutoroutePart" } ] } ] },
              { "name": "content", "data": [
                { "ContentItemId": "a", "ContentItemVersionId": "a1", "ContentType": "Page", "Latest": true, "Published": true,
                  "AutoroutePart": { "Path": "same" } },
                { "ContentItemId": "b", "ContentItemVersionId": "b1", "ContentType": "Page", "Latest": true, "Published": true,
                  "AutoroutePart": { "Path": "same" } } ] } ] }
            """,
            Stop
        );

        Assert.Equal(
            (0, "a\tRunning\t/a/\tOther"),
            LastLine(await Twice(database, ["tenant", "create", "a", "--recipe", file, "--site-name", "Hjelp i A"], ["tenant", "list"]))
        );
        Assert.Contains(
            "\"Hjelp i A\"",
            (await RunAsync(database, "", "recipe", "export", "--tenant", "a")).Output,
            StringComparison.Ordinal
        );

        Refused(
            await RunAsync(database, "", "tenant", "create", "b", "--recipe", half, "--site-name", "Hjelp i B"),
            "The tenant 'b' is there but not set up"
        );
        Refused(
            await RunAsync(database, "", "tenant", "create", "b", "--recipe", half),
            "The tenant 'b' is there, but its recipe was refused: `recipe run FILE --tenant b`"
        );
        Assert.Equal(
            (0, "b\tRunning\t/b/\tHalf"),
            LastLine(await Twice(database, ["recipe", "run", file, "--tenant", "b"], ["tenant", "list"]))
        );
        Assert.Contains(
            "\"Hjelp i B\"",
            (await RunAsync(database, "", "recipe", "export", "--tenant", "b")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("tenent list", 2)]
    [InlineData("recipe run", 2)]
    [InlineData("tenant create x --recipe", 2)]
    [InlineData("--help", 0)]
    [InlineData("user create --help", 0)]
    public async Task What_cannot_be_understood_ends_with_two_and_help_with_nothing(string line, int code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Equal(code, (await RunAsync(database, "", line.Split(' '))).Code);
    }

    private static string SetUp(string name) =>
        $$"""{ "name": "{{name}}", "issetuprecipe": true, "steps": [ { "name": "settings","""
        + $$""" "SiteName": "[js: parameters('SiteName')]" } ] }""";

    private static async Task<(int Code, string Output, string Errors)> Twice(TestDatabase database, string[] first, string[] second)
    {
        Assert.Equal(0, (await RunAsync(database, "", first)).Code);
        return await RunAsync(database, "", second);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(
        TestDatabase database,
        string input,
        params string[] arguments
    ) => HostProgram.RunAsync(database, input, [new("Recipes:Directories:0", database.Directory)], arguments, Stop);

    private static (int Code, string Line) LastLine((int Code, string Output, string Errors) run)
    {
        Assert.DoesNotContain("   at ", run.Errors + run.Output);
        return (run.Code, run.Output.TrimEnd().Split('\n')[^1]);
    }

    private static void Refused((int Code, string Output, string Errors) run, string expected)
    {
        Assert.Equal(1, run.Code);
        Assert.StartsWith(expected, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }
}
