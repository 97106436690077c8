using VoldCms.GraphQLTests.Corpus;
using VoldCms.GraphQLTests.Judge;

namespace VoldCms.GraphQLTests.Validation;

/// <summary>The list of differences is true: each is one, on both sides.</summary>
public sealed class DifferenceTests(JudgeProcess judge, Ledger ledger)
{
    public static TheoryData<string> Documents => [.. Difference.OfDocuments.Select(difference => difference.Name)];

    public static TheoryData<string> Schemas => [.. Difference.OfSchemas.Select(difference => difference.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Of_documents(string name)
    {
        var difference = Difference.OfDocuments.Single(one => one.Name == name);
        var schema = CorpusFile.ReadSchema("harbour");
        var answer = await judge.AskAsync(
            new JudgeRequest(JudgeMode.Validate) { Schema = schema, Document = difference.Document },
            TestContext.Current.CancellationToken
        );
        ledger.Add("differences, by name", [answer]);

        Assert.Equal(difference.Judge, Verdict.Of(answer).Rules);
        Assert.Equal(difference.Engine, Engine.Validate(schema, difference.Document).Rules);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Of_schemas(string name)
    {
        var difference = Difference.OfSchemas.Single(one => one.Name == name);
        var answer = await judge.AskAsync(
            new JudgeRequest(JudgeMode.BuildSchema) { Schema = difference.Document },
            TestContext.Current.CancellationToken
        );
        ledger.Add("differences, by name", [answer]);

        Assert.Equal(difference.Judge, Verdict.Of(answer).Rules);
        Assert.Equal(difference.Engine, Engine.BuildSchema(difference.Document).Rules);
    }
}
