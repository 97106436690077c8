using VoldCms.GraphQL.Validation;
using VoldCms.GraphQL.Validation.Rules;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>The rules for type-system documents by <c>Corpus/Sdl</c>, and the type system's own by <c>Corpus/TypeSystem</c>.</summary>
public sealed class SdlRuleTests(JudgeProcess judge, Ledger ledger)
{
    public static TheoryData<string> Rules => [.. CorpusFile.List("Sdl")];

    public static TheoryData<string, string> Files => [.. CorpusFile.List("Sdl").Select(rule => ("Sdl", rule)), ("TypeSystem", "Schema")];

    [Fact]
    public void Every_rule_has_documents() => Assert.Equal(RuleSet.TypeSystem.Names.Order(StringComparer.Ordinal), CorpusFile.List("Sdl"));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Errors_are_those_of_the_judge(string folder, string file)
    {
        var documents = CorpusFile.Read(folder, file);
        var answers = await judge.AskAllAsync(
            [.. documents.Select(document => new JudgeRequest(JudgeMode.BuildSchema) { Schema = document.Text })],
            TestContext.Current.CancellationToken
        );
        ledger.Add(folder == "Sdl" ? "SDL rules, by hand" : "type system, by hand", answers);

        Comparison.AssertEqual(documents, answers, document => Engine.BuildSchema(document.Text));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Refuses_what_is_marked_and_nothing_else(string rule)
    {
        var wrong = CorpusFile.Read("Sdl", rule).Where(document => Engine.ValidateSdl(document.Text).Breaks(rule) == document.IsValid);

        Assert.Empty(wrong.Select(document => document.Name));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_the_rule_its_invalid_documents_are_not_refused_by_it(string rule)
    {
        foreach (var document in CorpusFile.Read("Sdl", rule).Where(document => !document.IsValid))
        {
            Assert.NotEqual(Engine.ValidateSdl(document.Text), Engine.ValidateSdl(document.Text, except: rule));
        }
    }
}
