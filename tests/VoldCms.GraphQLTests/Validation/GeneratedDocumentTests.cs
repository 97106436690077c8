using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>Documents from the generator and the mutator, with fixed seeds, put to both engines.</summary>
public sealed class GeneratedDocumentTests(JudgeProcess judge, Ledger ledger)
{
    private const int PerSchema = 200;

    // A larger search than every build needs: set to a number, it is the seed, and twenty times as many documents are written.
    private static readonly int? s_search = int.TryParse(Environment.GetEnvironmentVariable("GRAPHQL_CORPUS_SEARCH"), out var seed)
        ? seed
        : null;

    public static TheoryData<string> Schemas => ["harbour", "readonly", "shapes", "conventions"];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Written_without_mistakes(string schema) => await JudgeAsync("generated, right", Generate(schema, mistakes: 0));

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Written_with_mistakes(string schema) => await JudgeAsync("generated, with mistakes", Generate(schema, mistakes: 40));

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task With_damaged_tokens(string schema)
    {
        var mutator = new Mutator(new Random(s_search ?? 7));
        await JudgeAsync(
            "mutated tokens",
            [.. Sources(schema).Select(document => document with { Text = mutator.DamageTokens(document.Text) })]
        );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task With_damaged_meaning(string schema)
    {
        var mutator = new Mutator(new Random(s_search ?? 9));
        await JudgeAsync(
            "mutated meaning",
            [.. Sources(schema).Select(document => document with { Text = mutator.DamageMeaning(document.Text) })]
        );
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task With_damaged_bytes(string schema)
    {
        var mutator = new Mutator(new Random(s_search ?? 8));
        await JudgeAsync(
            "mutated bytes",
            [.. Sources(schema).Select(document => document with { Text = mutator.DamageBytes(document.Text) ?? "" })]
        );
    }

    [Fact]
    public async Task With_overlapping_fields()
    {
        var generator = new OverlapGenerator(new Random(s_search ?? 12));
        await JudgeAsync(
            "generated, overlapping",
            [
                .. Enumerable
                    .Range(0, s_search is null ? 2 * PerSchema : 40 * PerSchema)
                    .Select(index => new CorpusDocument($"overlap {index}", "shapes", generator.Write(), IsValid: false)),
            ]
        );
    }

    /// <summary>What is damaged: documents of the generator, and those of the rules that are for this schema.</summary>
    private static IEnumerable<CorpusDocument> Sources(string schema) =>
        Generate(schema, mistakes: 0)
            .Concat(
                CorpusFile.List("Rules").SelectMany(rule => CorpusFile.Read("Rules", rule)).Where(document => document.Schema == schema)
            );

    private static CorpusDocument[] Generate(string schema, int mistakes)
    {
        var random = new Random(s_search ?? 20250901);
        var generator = new DocumentGenerator(Engine.Schema(CorpusFile.ReadSchema(schema)), random, mistakes);
        return
        [
            .. Enumerable
                .Range(0, s_search is null ? PerSchema : PerSchema * 20)
                .Select(index => new CorpusDocument($"{schema} {index}", schema, generator.Write(), IsValid: mistakes == 0)),
        ];
    }

    private async Task JudgeAsync(string kind, IReadOnlyList<CorpusDocument> documents)
    {
        var answers = await judge.AskAllAsync(
            [
                .. documents.Select(document => new JudgeRequest(JudgeMode.Validate)
                {
                    Schema = CorpusFile.ReadSchema(document.Schema),
                    Document = document.Text,
                }),
            ],
            TestContext.Current.CancellationToken
        );
        ledger.Add(kind, answers);

        Comparison.AssertEqual(documents, answers, document => Engine.Validate(CorpusFile.ReadSchema(document.Schema), document.Text));
    }
}
