using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Bench;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation;
using OwnParser = VoldCms.GraphQL.Language.GraphQLParser;

// Measures the engine beside npm graphql and GraphQL.NET: the same documents and data, one core, one run. Prints a Markdown table.
// dotnet run -c Release --project bench/VoldCms.GraphQL.Bench [seconds a measurement]
var seconds = args is [var given, ..] ? double.Parse(given, CultureInfo.InvariantCulture) : 3;
string[] documents = ["list", "nested"];
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
{
    using var self = Process.GetCurrentProcess();
    self.ProcessorAffinity = 1;
}

var directory = AppContext.BaseDirectory;
var schema = BlogSchema.Create(File.ReadAllText(Path.Combine(directory, "schema.graphql")));
var engine = new GraphQLEngine(schema);
var output = new ArrayBufferWriter<byte>(64 * 1024);
var yardstick = Yardstick.Run(directory, seconds, documents);

using var peer = new GraphQLNet();

Console.WriteLine("| Document | Step | Requests/s | Time | Allocated | npm graphql/s | Ratio | GraphQL.NET/s | Allocated | Ratio |");
Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
foreach (var theirs in yardstick)
{
    var text = File.ReadAllText(Path.Combine(directory, "queries", $"{theirs.Name}.graphql"));
    var source = new GraphQLSource(Encoding.UTF8.GetBytes(text));
    if (!engine.TryPrepare(source, out var prepared, out var errors))
    {
        throw new InvalidDataException(errors[0].ToString());
    }

    var response = Respond(() => Execute(prepared));
    if (response != theirs.Response)
    {
        throw new InvalidDataException($"The answers differ:\n{response}\n{theirs.Response}");
    }

    var peers = GraphQLNet.Parse(text);
    peer.Execute(text, peers);
    if (!JsonNode.DeepEquals(JsonNode.Parse(peer.Response), JsonNode.Parse(response)))
    {
        throw new InvalidDataException($"The answers differ:\n{response}\n{peer.Response}");
    }

    Report(theirs.Name, "parse", Of(() => Parse(source)), theirs.Parse, Of(() => GraphQLNet.Parse(text)));
    Report(
        theirs.Name,
        "validate",
        Of(() => DocumentValidator.Validate(schema, prepared.Node, engine.Limits)),
        theirs.Validate,
        Of(() => peer.Validate(text, peers))
    );
    Report(theirs.Name, "execute", Of(() => Execute(prepared)), theirs.Execute, Of(() => peer.Execute(text, peers)));
    Report(theirs.Name, "all three", Of(() => ExecuteSource(source)), theirs.All, Of(() => peer.ExecuteText(text)));
}

Measurement Of(Action action) => Measurement.Of(action, seconds);

DocumentNode Parse(GraphQLSource source) =>
    OwnParser.TryParse(source, engine.Limits, out var document, out var error)
        ? document
        : throw new InvalidDataException(error.ToString());

void Execute(PreparedDocument prepared)
{
    output.ResetWrittenCount();
    Finish(engine.ExecuteAsync(prepared, GraphQLRequest.Empty, output, CancellationToken.None));
}

void ExecuteSource(GraphQLSource source)
{
    output.ResetWrittenCount();
    Finish(engine.ExecuteAsync(source, GraphQLRequest.Empty, output, CancellationToken.None));
}

string Respond(Action action)
{
    action();
    return Encoding.UTF8.GetString(output.WrittenSpan);
}

// The resolvers are in memory, so nothing is ever pending.
static void Finish(ValueTask<ExecutionResult> pending)
{
    if (!pending.IsCompleted || pending.GetAwaiter().GetResult() is { Errors.IsEmpty: false })
    {
        throw new InvalidOperationException("The request did not run through.");
    }
}

static void Report(string document, string step, Measurement ours, double yardstick, Measurement peer) =>
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {document} | {step} | {ours.PerSecond:N0} | {1e6 / ours.PerSecond:N1} µs | "
                + $"{ours.Bytes:N0} B | {yardstick:N0} | {ours.PerSecond / yardstick:N1} | "
                + $"{peer.PerSecond:N0} | {peer.Bytes:N0} B | {ours.PerSecond / peer.PerSecond:N1} |"
        )
    );
