using System.Text.Json;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Execution;

/// <summary>
/// Documents run by both engines with the same answers of every field: data, errors, their places and paths are the same.
/// </summary>
public sealed class JudgedExecutionTests(JudgeProcess judge, Ledger ledger)
{
    private const int PerSchema = 150;
    private static readonly int? s_search = int.TryParse(Environment.GetEnvironmentVariable("GRAPHQL_CORPUS_SEARCH"), out var seed)
        ? seed
        : null;

    public static TheoryData<string> Schemas => ["conventions", "shapes", "harbour"];

    [Fact]
    public async Task By_hand() => await JudgeAsync("execution, by hand", CorpusFile.Read("Execution", "Execution"));

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Generated(string schema)
    {
        var random = new Random(s_search ?? 20250902);
        var generator = new DocumentGenerator(Engine.Schema(CorpusFile.ReadSchema(schema)), random, mistakes: 0);
        var documents = Enumerable
            .Range(0, s_search is null ? PerSchema : PerSchema * 20)
            .Select(index => new CorpusDocument($"{schema} {index}", schema, generator.Write(), IsValid: true)
            {
                Variables = generator.WriteVariables(),
            })
            .Where(document => !document.Text.Contains("subscription", StringComparison.Ordinal)) // neither engine's execute runs a stream
            .ToArray();
        await JudgeAsync("execution, generated", documents);
    }

    private async Task JudgeAsync(string kind, IReadOnlyList<CorpusDocument> documents)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var answers = await judge.AskAllAsync([.. documents.Select(Request)], cancellationToken);
        ledger.Add(kind, answers);
        var verdicts = new List<Verdict>();
        foreach (var document in documents)
        {
            verdicts.Add(await Engine.ExecuteAsync(document, cancellationToken));
        }

        Comparison.AssertEqual(documents, answers, verdicts);
    }

    private static JudgeRequest Request(CorpusDocument document) =>
        new(JudgeMode.Execute)
        {
            Schema = CorpusFile.ReadSchema(document.Schema),
            Document = document.Text,
            Variables = document.Variables is null ? null : JsonDocument.Parse(document.Variables).RootElement,
            OperationName = document.OperationName,
        };
}
