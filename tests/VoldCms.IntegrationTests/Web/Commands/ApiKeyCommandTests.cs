using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary><c>apikey</c> as a shell sees it.</summary>
public sealed class ApiKeyCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_made_shown_once_listed_and_revoked()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await RunAsync(database, "tenant", "create", "prove");

        var created = await RunAsync(
            database,
            "apikey",
            "create",
            "Skolens app",
            "--tenant",
            "prove",
            "--permission",
            "ExecuteGraphQL",
            "--days",
            "30"
        );
        var token = created.Output.Trim().Split(' ')[^1];
        var listed = await RunAsync(database, "apikey", "list", "--tenant", "prove");
        var id = listed.Output.Split('\t')[0];
        var revoked = await RunAsync(database, "apikey", "revoke", id, "--tenant", "prove");
        var again = await RunAsync(database, "apikey", "revoke", id, "--tenant", "prove");
        var after = await RunAsync(database, "apikey", "list", "--tenant", "prove");

        Assert.Matches($"^voldcms_{id}_[A-Za-z0-9_-]{{43}}$", token);
        Assert.Matches($"^{id}\tSkolens app\tExecuteGraphQL\t[0-9-]{{10}}\tnever used\tvalid until [0-9-]{{10}}\n$", listed.Output);
        Assert.Equal((0, $"The API key 'Skolens app' ({id}) is revoked."), (revoked.Code, revoked.Output.Trim()));
        Assert.Equal((1, $"The API key '{id}' is revoked already."), (again.Code, again.Errors.Trim()));
        Assert.Matches("revoked [0-9-]{10}\n$", after.Output);
        Assert.DoesNotContain(token[^43..], listed.Output + revoked.Output + after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "apikey", "create", "App", "--tenant", "nobody", "--role", "Editor")]
    [InlineData(1, "apikey", "create", "App", "--tenant", "prove", "--permission", "EditEverything")]
    [InlineData(1, "apikey", "revoke", "gone", "--tenant", "prove")]
    [InlineData(2, "apikey", "create", "App", "--tenant", "prove", "--days", "99999999")]
    [InlineData(2, "apikey", "create", "App", "--role", "Editor")]
    public async Task What_cannot_be_done_is_refused_in_words(int code, params string[] arguments)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await RunAsync(database, "tenant", "create", "prove");

        var (ended, _, errors) = await RunAsync(database, arguments);

        Assert.Equal(code, ended);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProgram.RunAsync(database, "", [], arguments, Stop);
}
