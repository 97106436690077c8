using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentApi.Bench.Load;

/// <summary>
/// Kestrel with nothing above it. <c>/floor/N</c> answers the Nth question by its prepared statement, <c>/ceiling/N</c> with the bytes of
/// that answer from memory.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    private static readonly JsonWriterOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly WebApplication _app;
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteCommand>[] _commands = [.. Question.All.Select(_ => new ConcurrentBag<SqliteCommand>())];

    private BareServer(WebApplication app, Uri address, string connectionString)
    {
        _app = app;
        Address = address;
        _connectionString = connectionString;
    }

    public Uri Address { get; }

    public static async Task<BareServer> StartAsync(string directory, IEnumerable<ContentItem> items)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var address = new Uri($"http://127.0.0.1:{BenchSite.FreePort()}/");
        var app = builder.Build();
        var server = new BareServer(app, address, $"Data Source={Path.Combine(directory, "floor.db")}");
        PlainTables.Seed(server._connectionString, items);
        var known = Question.All.Select((_, number) => server.Answer(number)).ToArray();
        app.Run(context =>
        {
            var path = context.Request.Path.Value!;
            var number = path[^1] - '0';
            return WriteAsync(
                context.Response,
                path.StartsWith("/floor", StringComparison.Ordinal) ? server.Answer(number) : known[number]
            );
        });
        app.Urls.Add(address.ToString());
        await app.StartAsync();
        return server;
    }

    /// <summary>The Nth question, answered by its statement.</summary>
    public byte[] Answer(int number)
    {
        if (!_commands[number].TryTake(out var command))
        {
            command = Prepare(Question.All[number].Sql);
        }

        var output = new ArrayBufferWriter<byte>(8192);
        using (var rows = command.ExecuteReader())
        using (var json = new Utf8JsonWriter(output, s_json))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            Question.All[number].Write(rows, json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        _commands[number].Add(command);
        return output.WrittenSpan.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var command in _commands.SelectMany(commands => commands))
        {
            command.Connection!.Dispose();
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    private static async Task WriteAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
