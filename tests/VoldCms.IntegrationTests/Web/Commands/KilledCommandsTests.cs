using System.Diagnostics;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary>Commands that are killed (kill -9) at any moment: what comes after goes on with it, or finds nothing of it.</summary>
public sealed class KilledCommandsTests
{
    private const int Steps = 40;
    private const int Pictures = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_set_up_is_gone_on_with_at_the_next_start_and_the_installation_is_ready()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var recipes = await RecipesAsync(database);
        for (var kill = 0; kill < Kills.Count; kill++)
        {
            // Before the first step, in the middle, before the last.
            var name = $"t{kill}";
            var step = 1 + (kill * (Steps - 1) / Math.Max(Kills.Count - 1, 1));
            await using (
                var command = RunningProgram.Start(
                    database,
                    recipes,
                    "tenant",
                    "create",
                    name,
                    "--recipe",
                    "Long",
                    "--site-name",
                    $"Site {kill}"
                )
            )
            {
                await command.WaitForAsync(line => line.StartsWith($"{name}: step {step} of {Steps}", StringComparison.Ordinal));
                await command.KillAsync();
            }

            // Where it was killed after its last line, the tenant runs already; then the name is taken as any other is.
            var again = await RunAsync(database, recipes, "tenant", "create", name, "--recipe", "Long");
            Assert.Equal(1, again.Code);
            Assert.StartsWith(
                $"The tenant '{name}' ",
                Assert.Single(again.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
                StringComparison.Ordinal
            );
            Assert.True(
                again.Errors.Contains("the next start goes on with it", StringComparison.Ordinal)
                    || again.Errors.Contains("is taken by", StringComparison.Ordinal),
                again.Errors
            );
        }

        await using var site = RunningProgram.Start(database, recipes);
        await site.WaitUntilReadyAsync();
        var (status, body) = await site.GetAsync("/health/ready");
        var listed = (await RunAsync(database, recipes, "tenant", "list")).Output;

        Assert.Equal(200, status);
        for (var kill = 0; kill < Kills.Count; kill++)
        {
            Assert.Contains($"t{kill}\tRunning", listed, StringComparison.Ordinal);
            Assert.DoesNotContain($"t{kill}:", body, StringComparison.Ordinal);
            var export = await RunAsync(database, recipes, "recipe", "export", "--tenant", $"t{kill}");
            Assert.True(export.Code == 0, export.Errors);
            Assert.Contains($"\"SiteName\": \"Site {kill}\"", export.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_killed_backup_leaves_nothing_behind()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var elsewhere = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await FillAsync(database);
        for (var kill = 0; kill < Kills.Count; kill++)
        {
            var file = Path.Combine(elsewhere.Directory, $"{kill}.zip");
            await KillAsync(database, () => Directory.EnumerateFiles(elsewhere.Directory, "*.tmp").Any(), kill * 15, "backup", file);

            await RunAsync(database, database.Directory, "tenant", "list");

            Assert.Empty(Directory.EnumerateFiles(elsewhere.Directory, "*.tmp"));
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(database.Directory, "unfinished")));
            if (File.Exists(file))
            {
                Assert.Equal(0, (await RunAsync(database, database.Directory, "restore", file, "--yes")).Code);
            }
        }
    }

    /// <summary>Either all is as it was, or all is as in the backup: database, keys and media.</summary>
    [Fact]
    public async Task A_killed_restore_is_whole_or_has_not_been()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var elsewhere = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await FillAsync(database);
        var (first, second) = (Path.Combine(elsewhere.Directory, "first.zip"), Path.Combine(elsewhere.Directory, "second.zip"));
        Assert.Equal(0, (await RunAsync(database, database.Directory, "backup", first)).Code);
        Assert.Equal(0, (await RunAsync(database, database.Directory, "tenant", "create", "Second")).Code);
        await MarkAsync(database, "second");
        Assert.Equal(0, (await RunAsync(database, database.Directory, "backup", second)).Code);

        for (var kill = 0; kill < Kills.Count; kill++)
        {
            await KillAsync(
                database,
                () => Directory.EnumerateDirectories(database.Directory, "restore-*").Any(),
                kill * 40,
                "restore",
                kill % 2 == 0 ? first : second,
                "--yes"
            );

            var listed = (await RunAsync(database, database.Directory, "tenant", "list")).Output;

            Assert.Empty(Directory.EnumerateDirectories(database.Directory, "restore-*"));
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(database.Directory, "unfinished")));
            var expected = listed.Contains("Second", StringComparison.Ordinal) ? "second" : "first";
            Assert.Equal(expected, await File.ReadAllTextAsync(Path.Combine(database.Directory, "media", "which.txt"), Stop));
            Assert.Equal(expected, await File.ReadAllTextAsync(Path.Combine(database.Directory, "keys", "which.txt"), Stop));
            Assert.Equal(Pictures, Directory.EnumerateFiles(Path.Combine(database.Directory, "media", "many")).Count());
        }
    }

    private static async Task KillAsync(TestDatabase database, Func<bool> hasBegun, int milliseconds, params string[] arguments)
    {
        await using var command = RunningProgram.Start(database, database.Directory, arguments);
        var patience = Stopwatch.StartNew();
        while (!hasBegun() && !command.HasEnded)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "It never began.");
            await Task.Delay(1, Stop);
        }

        await Task.Delay(milliseconds, Stop);
        await command.KillAsync();
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await RecipesAsync(database);
        Assert.Equal(
            0,
            (await RunAsync(database, Path.Combine(database.Directory, "recipes"), "tenant", "create", "First", "--recipe", "Long")).Code
        );
        var many = Directory.CreateDirectory(Path.Combine(database.Directory, "media", "many")).FullName;
        for (var number = 0; number < Pictures; number++)
        {
            await File.WriteAllBytesAsync(Path.Combine(many, $"{number}.bin"), new byte[10_000], Stop);
        }

        Directory.CreateDirectory(Path.Combine(database.Directory, "keys"));
        await MarkAsync(database, "first");
    }

    private static async Task MarkAsync(TestDatabase database, string which)
    {
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "media", "which.txt"), which, Stop);
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "keys", "which.txt"), which, Stop);
    }

    private static async Task<string> RecipesAsync(TestDatabase database)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Directory, "recipes")).FullName;
        var roles = Enumerable
            .Range(1, Steps - 1)
            .Select(number => $$"""{ "name": "Roles", "Roles": [ { "Name": "Role{{number}}", "Permissions": [] } ] }""");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "long.recipe.json"),
            $$"""{ "name": "Long", "issetuprecipe": true, "steps": [ { "name": "settings","""
                + $$""" "SiteName": "[js: parameters('SiteName')]" }, {{string.Join(", ", roles)}} ] }""",
            Stop
        );
        return folder;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(
        TestDatabase database,
        string recipes,
        params string[] arguments
    ) => HostProgram.RunAsync(database, "", [new("Recipes:Directories:0", recipes)], arguments, Stop);
}
