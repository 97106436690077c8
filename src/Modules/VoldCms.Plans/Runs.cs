namespace VoldCms.Plans;

/// <summary>Neighbours that belong together, in the order they stand.</summary>
internal static class Runs
{
    /// <summary>Groups items that follow each other and have the same key; the same key further on begins a group of its own.</summary>
    public static IEnumerable<(TKey Key, List<T> Items)> RunsBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key)
    {
        (TKey Key, List<T> Items)? run = null;
        foreach (var item in items)
        {
            var current = key(item);
            if (run is { } open && EqualityComparer<TKey>.Default.Equals(open.Key, current))
            {
                open.Items.Add(item);
                continue;
            }

            if (run is { } ended)
            {
                yield return ended;
            }

            run = (current, [item]);
        }

        if (run is { } last)
        {
            yield return last;
        }
    }
}
