using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes;

/// <summary>The commands of the program, as a shell sees them.</summary>
public sealed class CommandLineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_is_made_filled_looked_at_and_removed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var recipe = Path.Combine(database.Directory, "small.recipe.json");
        await File.WriteAllTextAsync(recipe, """{ "name": "Small", "steps": [ { "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": [] } ] }, { "name": "nobody-knows" } ] }""", Stop);
        var broken = Path.Combine(database.Directory, "broken.json");
        await File.WriteAllTextAsync(broken, "{ \"steps\": [\n", Stop);

        Assert.Equal((0, "prove: 1 created, 1 warning"), LastLine(await RunAsync(database, "", "tenant", "create", "prove", "--recipe", "Small")));
        Assert.Equal((0, "prove\tRunning\t/prove/\tSmall"), LastLine(await RunAsync(database, "", "tenant", "list")));
        Assert.Equal((0, "Dry run, nothing stored: 1 same, 1 warning"), LastLine(await RunAsync(database, "", "recipe", "run", recipe, "--tenant", "PROVE", "--dry-run")));
        Refused(await RunAsync(database, "", "recipe", "run", broken, "--tenant", "prove"), "broken.json: line 2");
        Refused(await RunAsync(database, "", "recipe", "run", "gone.json", "--tenant", "prove"), "gone.json: there is no such file");
        Refused(await RunAsync(database, "", "recipe", "run", recipe, "--tenant", "nobody"), "There is no tenant 'nobody'; expected one of prove.");
        Assert.Equal((0, "The user 'kari' of 'prove' is created."), LastLine(await RunAsync(database, "a long enough phrase\n", "user", "create", "kari", "--tenant", "prove", "--role", "Editor")));
        Refused(await RunAsync(database, "short\n", "user", "create", "per", "--tenant", "prove"), "Password: has 5 characters");
        Refused(await RunAsync(database, "", "user", "create", "per", "--tenant", "prove"), "No password was given");
        Refused(await RunAsync(database, "", "tenant", "remove", "prove"), "Nothing was removed");
        Assert.Equal(0, (await RunAsync(database, "", "tenant", "remove", "prove", "--yes")).Code);
        Assert.Equal((0, ""), LastLine(await RunAsync(database, "", "tenant", "list")));
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

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, string input, params string[] arguments) =>
        HostProgram.RunAsync(database, input, [new("Recipes:Directories:0", database.Directory)], arguments, Stop);

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
