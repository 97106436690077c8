using System.Text.RegularExpressions;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>Type-system documents of the corpus and of other tests, damaged with a fixed seed, built by both engines.</summary>
public sealed partial class MutatedSdlTests(JudgeProcess judge, Ledger ledger)
{
    private static readonly int? s_search = int.TryParse(Environment.GetEnvironmentVariable("GRAPHQL_CORPUS_SEARCH"), out var seed)
        ? seed
        : null;

    [Fact]
    public async Task With_damaged_tokens()
    {
        var mutator = new Mutator(new Random(s_search ?? 10));
        await JudgeAsync("mutated SDL, tokens", mutator.DamageTokens);
    }

    [Fact]
    public async Task With_damaged_meaning()
    {
        var mutator = new Mutator(new Random(s_search ?? 11));
        await JudgeAsync("mutated SDL, meaning", mutator.DamageMeaning);
    }

    private static IEnumerable<CorpusDocument> Sources() =>
        [
            .. CorpusFile.List("Sdl").SelectMany(rule => CorpusFile.Read("Sdl", rule)),
            .. CorpusFile.Read("TypeSystem", "Schema"),
            .. CorpusFile.List("Schemas").Select(name => new CorpusDocument(name, "", CorpusFile.ReadSchema(name), IsValid: true)),
        ];

    private async Task JudgeAsync(string kind, Func<string, string> damage)
    {
        var rounds = s_search is null ? 2 : 40;
        CorpusDocument[] documents =
        [
            .. Enumerable
                .Range(0, rounds)
                .SelectMany(_ => Sources())
                .Select(document => document with { Text = damage(document.Text) })
                .Where(document => !NamedDifference().IsMatch(document.Text)),
        ];
        var answers = await judge.AskAllAsync(
            [.. documents.Select(document => new JudgeRequest(JudgeMode.BuildSchema) { Schema = document.Text })],
            TestContext.Current.CancellationToken
        );
        ledger.Add(kind, answers);

        Comparison.AssertEqual(documents, answers, document => Engine.BuildSchema(document.Text));
    }

    /// <summary>
    /// Directives on a directive, or an introspection type defined anew: the reference takes these (see <see cref="Difference"/>).
    /// </summary>
    [GeneratedRegex(
        @"(type|interface|union|enum|input|scalar)\s+__[A-Z]|extend\s+directive|directive\s+@\s+\w+\s+(\(([^()]|\([^()]*\))*\)\s+)?@"
    )]
    private static partial Regex NamedDifference();
}
