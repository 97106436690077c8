using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Computing;

/// <summary>A field that a module works out of an item: shown by the API, pages and exports as if it were stored. Immutable.</summary>
public sealed record ComputedFieldDefinition
{
    /// <summary>As content fields are named: a capital letter first. A stored field of that name goes first.</summary>
    public required string Name { get; init; }

    /// <summary>The content types that have it, and the parts whose types all have it.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>In English, for the schema's readers.</summary>
    public required string Description { get; init; }

    /// <summary>What the computed value looks like.</summary>
    public required ValueShape Shape { get; init; }

    /// <summary>What a caller may pass; empty for a field without arguments.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];
}

/// <summary>Computes a <see cref="ComputedFieldDefinition"/>. Scoped: one request, one tenant, one principal.</summary>
public interface IComputedField
{
    /// <summary>
    /// Computes the field for all items at once. What else has to be read goes through <see cref="Reading.ContentReader"/>, so that nothing
    /// shows that the principal may not see; with one query, however many items there are.
    /// </summary>
    /// <param name="items">At least one, of types that have the field; not changed.</param>
    /// <param name="values">Of the field's parameters.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<Result<Computed>> ComputeAsync(IReadOnlyList<ContentItem> items, ParameterValues values, CancellationToken cancellationToken);
}

/// <summary>What came of a computed field.</summary>
/// <param name="Values">One for each item, in their order.</param>
/// <param name="ValidUntil">When the clock alone may change one of them; null when only content can. Bounds how long an answer is
/// kept.</param>
public sealed record Computed(ImmutableArray<object?> Values, DateTimeOffset? ValidUntil = null);
