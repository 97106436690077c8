using VoldCms.ContentApi;
using VoldCms.ContentApi.GraphQL;

namespace VoldCms.UnitTests.ContentApi.GraphQL;

public sealed class TrustedDocumentsTests : IDisposable
{
    private const string Document = "{ __typename }";

    private readonly TemporaryFolder _folder = new();

    private string DocumentsFile => Path.Combine(_folder.Path, "documents.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_document_may_be_run_unless_only_trusted_ones_are()
    {
        Assert.True(new TrustedDocuments(new ContentApiOptions()).Allows(Document));
        Assert.False(new TrustedDocuments(new ContentApiOptions { OnlyTrustedDocuments = true }).Allows(Document));
    }

    [Fact]
    public void A_document_is_trusted_byDocumentsFile_or_by_hash()
    {
        var hash = PersistedQueries.HashOf(Document);
        File.WriteAllText(DocumentsFile, $$"""{ "{{hash}}": "{{Document}}" }""");

        var byFile = new TrustedDocuments(new ContentApiOptions { OnlyTrustedDocuments = true, TrustedDocumentsFile = DocumentsFile });
        var byHash = new TrustedDocuments(
            new ContentApiOptions { OnlyTrustedDocuments = true, TrustedDocumentHashes = [hash.ToUpperInvariant()] }
        );

        Assert.True(byFile.TryGet(hash, out var text));
        Assert.Equal(Document, text);
        Assert.True(byFile.Allows(Document));
        Assert.True(byHash.Allows(Document));
        Assert.False(byHash.TryGet(hash, out _));
        Assert.False(byHash.Allows(Document + " "));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "x": 1 }""")]
    [InlineData("""{ "0000000000000000000000000000000000000000000000000000000000000000": "{ __typename }" }""")]
    public void ADocumentsFile_that_does_not_hold_stops_the_start(string json)
    {
        File.WriteAllText(DocumentsFile, json);

        var result = new TrustedDocumentsCheck().Validate(null, new ContentApiOptions { TrustedDocumentsFile = DocumentsFile });

        Assert.True(result.Failed);
        Assert.Contains(DocumentsFile, result.FailureMessage, StringComparison.Ordinal);
        Assert.True(
            new TrustedDocumentsCheck().Validate(null, new ContentApiOptions { TrustedDocumentsFile = DocumentsFile + "x" }).Failed
        );
    }
}
