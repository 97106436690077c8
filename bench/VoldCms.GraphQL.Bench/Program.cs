using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Bench;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation;
using OwnParser = VoldCms.GraphQL.Language.GraphQLParser;

// Measures the engine against npm graphql: the same documents and data, one core, one run. Prints a Markdown table.
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

Console.WriteLine("| Document | Step | Requests/s | Time | Allocated | npm graphql/s | Ratio |");
Console.WriteLine("|---|---|--:|--:|--:|--:|--:|");
foreach (var theirs in yardstick)
{
    var source = new GraphQLSource(File.ReadAllBytes(Path.Combine(directory, "queries", $"{theirs.Name}.graphql")));
    if (!engine.TryPrepare(source, out var prepared, out var errors))
    {
        throw new InvalidDataException(errors[0].ToString());
    }

    var response = Respond(() => Execute(prepared));
    if (response != theirs.Response)
    {
        throw new InvalidDataException($"The answers differ:\n{response}\n{theirs.Response}");
    }

    Report(theirs.Name, "parse", Measurement.Of(() => Parse(source), seconds), theirs.Parse);
    Report(theirs.Name, "validate", Measurement.Of(() => DocumentValidator.Validate(schema, prepared.Node, engine.Limits), seconds), theirs.Validate);
    Report(theirs.Name, "execute", Measurement.Of(() => Execute(prepared), seconds), theirs.Execute);
    Report(theirs.Name, "all three", Measurement.Of(() => ExecuteSource(source), seconds), theirs.All);
}

DocumentNode Parse(GraphQLSource source) =>
    OwnParser.TryParse(source, engine.Limits, out var document, out var error) ? document : throw new InvalidDataException(error.ToString());

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

static void Report(string document, string step, Measurement ours, double theirs) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"| {document} | {step} | {ours.PerSecond:N0} | {1e6 / ours.PerSecond:N1} µs | {ours.Bytes:N0} B | {theirs:N0} | {ours.PerSecond / theirs:N1} |"));
