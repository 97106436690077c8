using VoldCms.GraphQL.Validation;
using VoldCms.GraphQL.Validation.Rules;
using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>Each rule by the documents in <c>Corpus/Rules</c>: valid and invalid ones, judged by the reference implementation.</summary>
public sealed class RuleTests(JudgeProcess judge, Ledger ledger)
{
    public static TheoryData<string> Rules => [.. CorpusFile.List("Rules")];

    [Fact]
    public void Every_rule_has_documents() =>
        Assert.Equal(RuleSet.Executable.Names.Order(StringComparer.Ordinal), CorpusFile.List("Rules"));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Errors_are_those_of_the_judge(string rule)
    {
        var documents = CorpusFile.Read("Rules", rule);
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
        ledger.Add("rules, by hand", answers);

        Comparison.AssertEqual(documents, answers, document => Engine.Validate(CorpusFile.ReadSchema(document.Schema), document.Text));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Refuses_what_is_marked_and_nothing_else(string rule)
    {
        var wrong = CorpusFile
            .Read("Rules", rule)
            .Where(document => Engine.Validate(CorpusFile.ReadSchema(document.Schema), document.Text).Breaks(rule) == document.IsValid);

        Assert.Empty(wrong.Select(document => document.Name));
    }

    /// <summary>The documents of a rule show the rule: without it they are accepted, or refused with fewer errors.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_the_rule_its_invalid_documents_are_not_refused_by_it(string rule)
    {
        foreach (var document in CorpusFile.Read("Rules", rule).Where(document => !document.IsValid))
        {
            var sdl = CorpusFile.ReadSchema(document.Schema);
            Assert.NotEqual(Engine.Validate(sdl, document.Text), Engine.Validate(sdl, document.Text, except: rule));
        }
    }
}
