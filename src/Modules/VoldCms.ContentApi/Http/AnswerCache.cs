using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using VoldCms.Hosting.Caching;

namespace VoldCms.ContentApi.Http;

/// <summary>Whole answers of every tenant, bounded by bytes. Nothing is taken out when content changes: the key has the tenant's version. Singleton, thread-safe.</summary>
internal sealed class AnswerCache(IOptions<ContentApiOptions> options, TimeProvider clock)
{
    private readonly BoundedCache<string, Answer> _answers = new(options.Value.AnswerCacheBytes, answer => answer.Size);

    /// <summary>The answer, unless the clock may have made it untrue.</summary>
    public bool TryGet(string key, [MaybeNullWhen(false)] out Answer answer) =>
        _answers.TryGet(key, out answer) && !(answer.ValidUntil <= clock.GetUtcNow());

    public void Set(string key, Answer answer) => _answers.Set(key, answer);
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class AnswerKeyJson : JsonSerializerContext;
