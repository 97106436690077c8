using System.Globalization;
using System.Text;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Corpus;

/// <summary>Puts documents to both engines and fails with every document on which they differ.</summary>
public static class Comparison
{
    private const int MostShown = 25;

    /// <summary>Fails unless both verdicts are the same for every document.</summary>
    public static void AssertEqual(
        IReadOnlyList<CorpusDocument> documents,
        IReadOnlyList<JudgeAnswer> answers,
        Func<CorpusDocument, Verdict> ask
    ) => AssertEqual(documents, answers, [.. documents.Select(ask)]);

    /// <summary>Fails unless the verdicts are the same one by one.</summary>
    public static void AssertEqual(
        IReadOnlyList<CorpusDocument> documents,
        IReadOnlyList<JudgeAnswer> answers,
        IReadOnlyList<Verdict> verdicts
    )
    {
        var differences = new StringBuilder();
        var count = 0;
        foreach (var (document, answer, actual) in documents.Zip(answers, verdicts))
        {
            if (!actual.Agrees(answer) && ++count <= MostShown)
            {
                differences.Append(
                    CultureInfo.InvariantCulture,
                    $"--- {document.Name}\n{document.Text.Trim()} {document.Variables}\n{Describe(Verdict.Of(answer), actual)}\n"
                );
            }
        }

        Assert.True(count == 0, $"{count} of {documents.Count} documents differ:\n{differences}");
    }

    private static string Describe(Verdict judge, Verdict engine)
    {
        var (judged, told) = (judge.Errors.Split('\n'), engine.Errors.Split('\n'));
        var data = judge.Data == engine.Data ? "" : $"\nthe judge's data: {judge.Data}\nthe engine's: {engine.Data}";
        return $"only the judge: {string.Join(" | ", judged.Except(told))}\nonly "
            + $"the engine: {string.Join(" | ", told.Except(judged))}{data}";
    }
}
