using VoldCms.Data.Writing;

namespace VoldCms.Data.Querying;

/// <summary>
/// The numbers of names for one request. What is not there is asked for once a request: a tenant has types that nothing was ever stored of,
/// and each would cost every query a statement. It is not kept for longer, because another node may store the first of them meanwhile.
/// Scoped.
/// </summary>
internal sealed class NameLookup(NameNumbers names)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _absent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name's number; null when nothing has been stored under it.</summary>
    public async ValueTask<int?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (names.TryFind(name, out var known))
        {
            return known;
        }

        await PrefetchAsync([name], cancellationToken);
        return names.TryFind(name, out known) ? known : null;
    }

    /// <summary>Asks for all of these that are not known, with one statement.</summary>
    public async ValueTask PrefetchAsync(IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        List<string>? unknown = null;
        lock (_lock)
        {
            foreach (var name in wanted)
            {
                if (!names.TryFind(name, out _) && !_absent.Contains(name))
                {
                    (unknown ??= []).Add(name);
                }
            }
        }

        if (unknown is null)
        {
            return;
        }

        await names.LearnAsync(unknown, cancellationToken);
        lock (_lock)
        {
            _absent.UnionWith(unknown);
        }
    }
}
