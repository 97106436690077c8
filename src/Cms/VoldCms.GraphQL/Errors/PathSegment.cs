using System.Globalization;

namespace VoldCms.GraphQL.Errors;

/// <summary>A step of a response path: the response name of a field, or an index in a list (from 0).</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Response-Position"/>
public readonly record struct PathSegment
{
    private PathSegment(string? name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The response name of a field; null when this is an index.</summary>
    public string? Name { get; }

    /// <summary>The index in a list; 0 when this is a name.</summary>
    public int Index { get; }

    /// <summary>A step into a field.</summary>
    public static implicit operator PathSegment(string name) => new(name, 0);

    /// <summary>A step into a list.</summary>
    public static implicit operator PathSegment(int index) => new(null, index);

    /// <inheritdoc/>
    public override string ToString() => Name ?? Index.ToString(CultureInfo.InvariantCulture);
}
