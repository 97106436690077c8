using System.Net;
using System.Net.Sockets;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Starting;

/// <summary>Whatever is wrong with how the program is started is one line and an exit code, and nothing is made.</summary>
public sealed class WrongSettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--VoldCms:DataDirectroy=x", 1, "--VoldCms:DataDirectroy: unknown setting; did you mean --VoldCms:DataDirectory?")]
    [InlineData("--VoldCms:PageCache:Megabytes=abc", 1, "VoldCms:PageCache:Megabytes is 'abc'; expected a whole number from 0 to 4096.")]
    [InlineData("--ContentApi:MaxCost=-5", 1, "ContentApi:MaxCost is '-5'; expected a whole number from 1000 to 2147483647.")]
    [InlineData(
        "--VoldCms:Database:WriteTimeout=soon",
        1,
        "VoldCms:Database:WriteTimeout is 'soon'; expected a length of time such as 00:00:30."
    )]
    [InlineData("--ConnectionStrings:VoldCms=Nonsense", 1, "ConnectionStrings:VoldCms cannot be read for Sqlite: ")]
    [InlineData("--VoldCms:Exit:Default=http://a.example/", 1, "VoldCms:Exit:Default is 'http://a.example/'; expected an https address")]
    [InlineData(
        "--urls=http://127.0.0.1:99999",
        1,
        "urls has 'http://127.0.0.1:99999': its port is 99999, and the largest is 65535; expected an address such as http://localhost:5080."
    )]
    [InlineData(
        "--urls=http://loclahost:5080",
        1,
        "urls has 'http://loclahost:5080': 'loclahost' is no host to listen on, but localhost, an IP address, or * for every address; "
    )]
    [InlineData("--urls=127.0.0.1:5080", 1, "urls has '127.0.0.1:5080': it cannot be read; ")]
    [InlineData("--urls=ftp://127.0.0.1:5080", 1, "urls has 'ftp://127.0.0.1:5080': its scheme is 'ftp'; ")]
    [InlineData("--urls=http://127.0.0.1:0/hjelp", 1, "urls has 'http://127.0.0.1:0/hjelp': it has a path, '/hjelp'; ")]
    [InlineData("--urls=http://192.0.2.1:5080", 1, "Cannot listen: ")]
    [InlineData("--urls=https://127.0.0.1:0", 1, "Cannot listen: ")]
    [InlineData("--http_ports=many", 1, "http_ports has 'many'; expected a port from 0 to 65535.")]
    [InlineData("tenent list", 2, "Required command was not provided. Unrecognized command or argument 'tenent'.")]
    [InlineData("restore gone.zip --yess", 2, "Unrecognized command or argument '--yess'.")]
    [InlineData("tenant list --VoldCms:DataDirectory=x", 2, "Unrecognized command or argument '--VoldCms:DataDirectory=x'.")]
    [InlineData("restore gone.zip --yes", 1, "There is no file 'gone.zip'.")]
    [InlineData("recipe run . --tenant x", 2, "'.' is a folder; expected a file.")]
    public async Task Is_told_in_one_line(string line, int code, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        Told(await RunAsync(database, [], line.Split(' ')), code, expected);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "--yes")]
    [InlineData("recipe", "run", "--tenant", "x")]
    [InlineData("content", "import", "--tenant", "x")]
    public async Task A_file_without_a_name_is_not_understood(params string[] command)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        Told(await RunAsync(database, [], [.. command, ""]), 2, "'' is no name of a file.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(database.Directory));
    }

    [Theory]
    [InlineData("VoldCms:DataDirectroy", "x", "VoldCms:DataDirectroy: unknown setting; did you mean VoldCms:DataDirectory?")]
    [InlineData("Tenants:0:Recipie", "Stavanger", "Tenants:0:Recipie: unknown setting; did you mean Tenants:N:Recipe?")]
    [InlineData("VoldCms:PageCache:Megabytes", "5000", "VoldCms:PageCache:Megabytes is '5000'; expected a whole number from 0 to 4096.")]
    public async Task So_is_what_the_environment_says_also_for_a_command(string key, string value, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        Told(await RunAsync(database, [new(key, value)], "tenant", "list"), 1, expected);
        Assert.Empty(Directory.EnumerateFileSystemEntries(database.Directory));
    }

    [Fact]
    public async Task So_is_an_address_that_is_taken()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";

        Told(
            await RunAsync(database, [], "--urls", address),
            1,
            $"Cannot listen: Failed to bind to address {address}: address already in use."
        );
    }

    /// <summary>An installation's file stops the start; a tenant's does not.</summary>
    [Fact]
    public async Task So_is_a_broken_translation()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(database.Directory, "Localization")).FullName, "nb.po");
        await File.WriteAllTextAsync(file, "msgid \"Call {0}\"\nmsgstr \"Ring {0\"\n", Stop);

        Told(
            await RunAsync(database, [], "--urls=http://127.0.0.1:0"),
            1,
            $"The translation of \"Call {{0}}\" has {{0, which the text lacks, in {file}, line 1"
        );
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(
        TestDatabase database,
        KeyValuePair<string, string?>[] settings,
        params string[] arguments
    ) => HostProgram.RunAsync(database, "", settings, arguments, Stop);

    private static void Told((int Code, string Output, string Errors) run, int code, string expected)
    {
        var line = Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(expected, line, StringComparison.Ordinal);
        Assert.Equal(code, run.Code);
        Assert.Empty(run.Output);
    }
}
