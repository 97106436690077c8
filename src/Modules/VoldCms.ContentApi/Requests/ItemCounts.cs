using System.Collections.Immutable;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Requests;

/// <summary>
/// How many published items of a type somebody may see: a list of them cannot be longer, which bounds what a query costs. Counted only for
/// queries that would cost too much without knowing, and kept as answers are. Singleton, thread-safe.
/// </summary>
internal sealed class ItemCounts
{
    /// <summary>The name for items of whatever type.</summary>
    public const string Any = "*";

    private const int Kept = 10_000;

    private readonly BoundedCache<(AnswerKey Owner, string Type), int> _counts = new(Kept, _ => 1);

    /// <summary>
    /// Which items of a type a list gives some of, for its arguments; null where versions are asked for that are not counted here.
    /// </summary>
    public static string? SomeOf(string type, ArgumentValues arguments) =>
        !arguments.TryGet("status", out var status) || status is null or VersionState.Published ? type : null;

    /// <summary>The counts of types, by name.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> CountAsync(
        AnswerKey key,
        ApiRequest request,
        IReadOnlyCollection<string> types,
        CancellationToken cancellationToken
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var owner = key with { Query = "", OperationName = null, Variables = null, Culture = "", PathBase = "" };
        foreach (var type in types)
        {
            if (!_counts.TryGet((owner, type), out var count))
            {
                ImmutableArray<string> asked = type == Any ? [] : [type];
                count =
                    (
                        await request.ListAsync(
                            new()
                            {
                                ContentTypes = asked,
                                Take = 0,
                                CountTotal = true,
                            },
                            cancellationToken
                        )
                    ).Total
                    ?? int.MaxValue;
                _counts.Set((owner, type), count);
            }

            counts.Add(type, count);
        }

        return counts;
    }
}
