using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// Whole answers of every tenant, bounded by bytes. Nothing is taken out when content changes: the key has the version of what the asker
/// may see. Singleton, thread-safe.
/// </summary>
internal sealed class AnswerCache(IOptions<ContentApiOptions> options, TimeProvider clock)
{
    private const int LargestShare = 8;

    private readonly BoundedCache<AnswerKey, (Answer Answer, long KeySize)> _answers = new(
        options.Value.AnswerCacheBytes,
        entry => entry.Answer.Size + entry.KeySize
    );

    /// <summary>The answer, unless the clock may have made it untrue.</summary>
    public bool TryGet(in AnswerKey key, [MaybeNullWhen(false)] out Answer answer)
    {
        var isKnown = _answers.TryGet(key, out var entry);
        answer = entry.Answer;
        return isKnown && !(answer!.ValidUntil <= clock.GetUtcNow());
    }

    /// <summary>Keeps an answer, unless it would take the place of very many others.</summary>
    public void Set(in AnswerKey key, Answer answer)
    {
        if (answer.Size <= options.Value.AnswerCacheBytes / LargestShare)
        {
            _answers.Set(key, (answer, key.Size));
        }
    }
}

/// <summary>Everything that an answer depends on but the application's build, which the process is.</summary>
/// <param name="Tenant">Whose content.</param>
/// <param name="Version">The tenant's, and so its content's: the public one for a visitor.</param>
/// <param name="ConfigurationVersion">The schema's.</param>
/// <param name="PathBase">What the addresses of files begin with.</param>
/// <param name="Culture">The language of messages.</param>
/// <param name="Kind">Of the principal.</param>
/// <param name="Who">Id, name, roles and own permissions; empty for a visitor.</param>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Null when not given.</param>
/// <param name="Variables">As they were sent; null when not given.</param>
internal readonly record struct AnswerKey(
    TenantId Tenant,
    long Version,
    long ConfigurationVersion,
    string PathBase,
    string Culture,
    PrincipalKind Kind,
    string Who,
    string Query,
    string? OperationName,
    string? Variables
)
{
    /// <summary>The key of an answer about the schema alone, which is the same for everybody until the schema is another.</summary>
    public AnswerKey OfSchema => this with { Version = 0, PathBase = "", Culture = "", Kind = PrincipalKind.Anonymous, Who = "" };

    /// <summary>Bytes that it takes.</summary>
    public long Size => 2L * (Who.Length + Query.Length + (OperationName?.Length ?? 0) + (Variables?.Length ?? 0));

    /// <summary>The principal as a part of a key.</summary>
    public static string WhoIs(Principal principal) =>
        principal.Kind == PrincipalKind.Anonymous
            ? ""
            : string.Join('\n', [principal.Id, principal.Name, .. principal.Roles, "", .. principal.Permissions]);
}
