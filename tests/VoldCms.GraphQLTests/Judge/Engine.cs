using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using VoldCms.GraphQL.Validation;
using VoldCms.GraphQLTests.Corpus;

namespace VoldCms.GraphQLTests.Judge;

/// <summary>
/// The engine of this repository, asked as the judge is. Without limits but those on the stack and on time, as the judge has none.
/// </summary>
public static class Engine
{
    private static readonly ConcurrentDictionary<string, GraphQLSchema> s_schemas = new(StringComparer.Ordinal);

    /// <summary>The judge stops at no number of errors either.</summary>
    public static GraphQLLimits Limits { get; } =
        GraphQLLimits.Trusted with
        {
            MaxValidationErrors = int.MaxValue,
            MaxComparisons = 10_000_000,
        };

    /// <summary>The schema of an SDL that holds; built once.</summary>
    public static GraphQLSchema Schema(string sdl) => s_schemas.GetOrAdd(sdl, text => GraphQLSchema.Parse(text));

    public static Verdict Parse(string document) =>
        GraphQLParser.TryParse(new GraphQLSource(document), Limits, out _, out var error) ? Verdict.Of([]) : Verdict.Of([error]);

    public static Verdict BuildSchema(string sdl)
    {
        if (!GraphQLParser.TryParse(new GraphQLSource(sdl), Limits, out var document, out var error))
        {
            return Verdict.Of([error]);
        }

        _ = GraphQLSchema.TryBuild(document, new SchemaResolvers(), out _, out var errors);
        return Verdict.Of(errors);
    }

    /// <summary>Validates with every rule, or with every rule except one.</summary>
    public static Verdict Validate(string sdl, string document, string? except = null) =>
        GraphQLParser.TryParse(new GraphQLSource(document), Limits, out var parsed, out var error)
            ? Verdict.Of(DocumentValidator.Validate(Schema(sdl), parsed, Limits, except, out _))
            : Verdict.Of([error]);

    /// <summary>Runs a document without variables, and gives the data as it was written.</summary>
    public static async Task<(Verdict Verdict, JsonElement? Data)> ExecuteAsync(
        string sdl,
        string document,
        CancellationToken cancellationToken
    )
    {
        var engine = new GraphQLEngine(Convention.Schema(sdl), Limits);
        return await ExecuteAsync(engine, document, new GraphQLRequest { RootValue = Convention.Root }, cancellationToken);
    }

    /// <summary>Runs a document of the corpus, its fields answering by <see cref="Convention"/>.</summary>
    public static async Task<Verdict> ExecuteAsync(CorpusDocument document, CancellationToken cancellationToken)
    {
        var engine = new GraphQLEngine(Convention.Schema(CorpusFile.ReadSchema(document.Schema)), Limits);
        using var given = JsonDocument.Parse(document.Variables ?? "{}");
        var request = new GraphQLRequest
        {
            RootValue = Convention.Root,
            Variables = given.RootElement,
            OperationName = document.OperationName,
        };
        return (await ExecuteAsync(engine, document.Text, request, cancellationToken)).Verdict;
    }

    private static async Task<(Verdict Verdict, JsonElement? Data)> ExecuteAsync(
        GraphQLEngine engine,
        string document,
        GraphQLRequest request,
        CancellationToken cancellationToken
    )
    {
        var output = new ArrayBufferWriter<byte>();
        var result = await engine.ExecuteAsync(new GraphQLSource(document), request, output, cancellationToken);
        using var response = JsonDocument.Parse(output.WrittenMemory);
        var told = response.RootElement.TryGetProperty("errors", out var errors) ? errors.GetArrayLength() : 0;
        Assert.Equal(result.Errors.Length, told);
        JsonElement? data = response.RootElement.TryGetProperty("data", out var member) ? member.Clone() : null;
        return (Verdict.Of(result, data), data);
    }

    /// <summary>The SDL rules, or all but one.</summary>
    public static Verdict ValidateSdl(string sdl, string? except = null) =>
        GraphQLParser.TryParse(new GraphQLSource(sdl), Limits, out var parsed, out var error)
            ? Verdict.Of(SdlValidator.Validate(parsed, Limits, except))
            : Verdict.Of([error]);
}
