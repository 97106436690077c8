using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>
/// The documents that the installation has looked at: from a file of hash and text, as code generators write it, and by hash alone from
/// the settings. Singleton, immutable.
/// </summary>
internal sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly FrozenSet<string> _hashes;
    private readonly bool _isOnly;

    /// <exception cref="InvalidDataException">The file cannot be read, or a text does not have its hash.</exception>
    public TrustedDocuments(IOptions<ContentApiOptions> options)
        : this(options.Value) { }

    internal TrustedDocuments(ContentApiOptions options)
    {
        _isOnly = options.OnlyTrustedDocuments;
        _texts = (options.TrustedDocumentsFile is { Length: > 0 } file ? Read(file) : []).ToFrozenDictionary(
            StringComparer.OrdinalIgnoreCase
        );
        _hashes = _texts.Keys.Concat(options.TrustedDocumentHashes).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The text of a hash, where the file has it.</summary>
    public bool TryGet(string hash, [MaybeNullWhen(false)] out string document) => _texts.TryGetValue(hash, out document);

    /// <summary>Whether the document may be run: every one may, unless only trusted ones are.</summary>
    public bool Allows(string document) => !_isOnly || _hashes.Contains(PersistedQueries.HashOf(document));

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            RegularFile.Check(file);
            var documents = JsonSerializer.Deserialize(File.ReadAllText(file), TrustedDocumentsJson.Default.DictionaryStringString) ?? [];
            return
                documents.FirstOrDefault(document => !PersistedQueries.IsHashOf(document.Key.ToLowerInvariant(), document.Value))
                    is { Key: { } wrong }
                ? throw new InvalidDataException($"'{wrong}' in '{file}' is not the SHA-256 of its document.")
                : documents;
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{file}' is no readable JSON object of hashes and documents: {problem.Message}", problem);
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TrustedDocumentsJson : System.Text.Json.Serialization.JsonSerializerContext;

/// <summary>A list of documents that cannot be read stops the start.</summary>
internal sealed class TrustedDocumentsCheck : IValidateOptions<ContentApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ContentApiOptions options)
    {
        try
        {
            _ = new TrustedDocuments(options);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidDataException problem)
        {
            return ValidateOptionsResult.Fail($"ContentApi:TrustedDocumentsFile: {problem.Message}");
        }
    }
}
