using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Computing;

/// <summary>What a plain value is, and as what .NET type it is given.</summary>
public enum ScalarKind
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>The id of something, a <see cref="string"/>.</summary>
    Id,

    /// <summary>An <see cref="int"/>.</summary>
    WholeNumber,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number,

    /// <summary>A <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A <see cref="DateTimeOffset"/>.</summary>
    DateTime,
}

/// <summary>
/// What a computation gives, so that schemas and exports can be made of it. A closed set; every value may be null. Immutable.
/// </summary>
public abstract record ValueShape
{
    private ValueShape() { }

    /// <summary>One plain value.</summary>
    public sealed record Scalar(ScalarKind Kind) : ValueShape;

    /// <summary>A list, given as any <see cref="IEnumerable{T}"/> of objects.</summary>
    public sealed record ListOf(ValueShape Element) : ValueShape;

    /// <summary>An object of named members.</summary>
    /// <param name="Name">Unique among the modules, such as <c>Progress</c>.</param>
    /// <param name="Description">In English, for the schema's readers.</param>
    /// <param name="Members">In the order to show them.</param>
    public sealed record ObjectOf(string Name, string Description, ImmutableArray<ShapeMember> Members) : ValueShape;

    /// <summary>
    /// Content items of one type, given as <see cref="IEnumerable{ContentItem}"/>, as the reader gave them: what is hidden is not in them.
    /// </summary>
    public sealed record Items(string ContentType) : ValueShape;

    /// <summary>One text.</summary>
    public static ValueShape Text { get; } = new Scalar(ScalarKind.Text);

    /// <summary>One number without decimals.</summary>
    public static ValueShape WholeNumber { get; } = new Scalar(ScalarKind.WholeNumber);

    /// <summary>One number, decimals allowed.</summary>
    public static ValueShape Number { get; } = new Scalar(ScalarKind.Number);

    /// <summary>True or false.</summary>
    public static ValueShape Boolean { get; } = new Scalar(ScalarKind.Boolean);

    /// <summary>One instant.</summary>
    public static ValueShape DateTime { get; } = new Scalar(ScalarKind.DateTime);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">As content fields are named: a capital letter first.</param>
/// <param name="Description">In English.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Read">Reads it from the object.</param>
public sealed record ShapeMember(string Name, string Description, ValueShape Shape, Func<object, object?> Read);
