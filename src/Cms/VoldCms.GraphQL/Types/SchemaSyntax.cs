using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>Which syntax the parts of a schema came from; empty for a schema built in code.</summary>
internal sealed class SchemaSyntax
{
    private readonly Dictionary<object, List<SyntaxNode>> _nodes = [];

    /// <summary>The schema definition and its extensions.</summary>
    public ImmutableArray<SchemaDefinitionNode> Schema { get; set; } = [];

    /// <summary>Whether the document names a query type that is none: an error already.</summary>
    public bool NamesQueryType { get; set; }

    /// <summary>Notes that <paramref name="part"/> was read from these nodes.</summary>
    public void Add(object part, params IEnumerable<SyntaxNode> nodes)
    {
        if (!_nodes.TryGetValue(part, out var known))
        {
            known = [];
            _nodes.Add(part, known);
        }

        known.AddRange(nodes);
    }

    /// <summary>The nodes of <paramref name="part"/>, its definition before its extensions.</summary>
    public IReadOnlyList<SyntaxNode> Find(object part) => _nodes.TryGetValue(part, out var nodes) ? nodes : [];
}
