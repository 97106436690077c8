using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>What is a document and what is not, and where the syntax error is, by <c>Corpus/Language</c> and the lexical edges.</summary>
public sealed class SyntaxCorpusTests(JudgeProcess judge, Ledger ledger)
{
    [Fact]
    public async Task Documents_by_hand() => await JudgeAsync("syntax, by hand", CorpusFile.Read("Language", "Syntax"));

    [Fact]
    public async Task Lexical_edges() => await JudgeAsync("syntax, odd characters", LexicalEdges.All);

    [Fact]
    public void Documents_by_hand_are_marked_rightly() =>
        Assert.Empty(
            CorpusFile
                .Read("Language", "Syntax")
                .Where(document => Engine.Parse(document.Text).Accepted != document.IsValid)
                .Select(document => document.Name)
        );

    private async Task JudgeAsync(string kind, IReadOnlyList<CorpusDocument> documents)
    {
        var answers = await judge.AskAllAsync(
            [.. documents.Select(document => new JudgeRequest(JudgeMode.Parse) { Document = document.Text })],
            TestContext.Current.CancellationToken
        );
        ledger.Add(kind, answers);

        Comparison.AssertEqual(documents, answers, document => Engine.Parse(document.Text));
    }
}
