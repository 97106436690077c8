using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>Finds names that stand twice in a list; costs nothing to speak of when none does.</summary>
internal static class Duplicates
{
    private const int Few = 12;

    /// <summary>The names of <paramref name="nodes"/> that stand more than once, each with all its places in order.</summary>
    public static IEnumerable<IGrouping<string, NameNode>> Find<TNode>(ImmutableArray<TNode> nodes, Func<TNode, NameNode> name) =>
        Any(nodes, name) ? nodes.Select(name).GroupBy(found => found.Value).Where(group => group.Skip(1).Any()) : [];

    /// <summary>The places of names, for an error.</summary>
    public static ReadOnlySpan<SourceSpan> Places(IEnumerable<NameNode> names) =>
        CollectionsMarshal.AsSpan(names.Select(name => name.Span).ToList());

    private static bool Any<TNode>(ImmutableArray<TNode> nodes, Func<TNode, NameNode> name)
    {
        if (nodes.Length > Few)
        {
            var seen = new HashSet<string>(nodes.Length, StringComparer.Ordinal);
            return !nodes.All(node => seen.Add(name(node).Value));
        }

        for (var i = 1; i < nodes.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (name(nodes[i]).Value == name(nodes[j]).Value)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
