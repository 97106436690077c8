using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Queries;

/// <summary>Which versions a query sees (Orchard Core's <c>status</c>).</summary>
public enum VersionState
{
    /// <summary>The public version of each item.</summary>
    Published,

    /// <summary>The newest version of each item, public or not.</summary>
    Latest,

    /// <summary>The newest version where it is not public.</summary>
    Draft,

    /// <summary>Every stored version.</summary>
    All,
}

/// <summary>How much of each item a query brings.</summary>
public enum ContentScope
{
    /// <summary>The envelope alone: <see cref="ContentItem.Content"/> stays empty.</summary>
    Envelope,

    /// <summary>The envelope and every part that the principal may see.</summary>
    Document,
}

/// <summary>
/// The one way of asking for content: pages, API, exports and lists build one and give it to <c>ContentReader</c>,
/// which adds tenant, permission and visibility. Immutable.
/// </summary>
public sealed record ContentQuery
{
    /// <summary>More than a tenant has of anything that is shown, counted or looked through at once.</summary>
    private const int MostAtOnce = 5000;

    /// <summary>The types asked for; empty means every type.</summary>
    public ImmutableArray<string> ContentTypes { get; init; } = [];

    /// <summary>Which versions are asked for.</summary>
    public VersionState State { get; init; } = VersionState.Published;

    /// <summary>
    /// The culture to answer in: per localization set, the one item that answers for that culture along its fallback chain.
    /// Null: every item in its own culture. Items without a culture answer in every culture.
    /// </summary>
    public string? Culture { get; init; }

    /// <summary>
    /// Whether each item that is found brings those of its type and localization set along, as far as they may be read; they count as
    /// found. Not for <see cref="VersionState.All"/>, nor where items are counted by their values.
    /// </summary>
    public bool WithVariants { get; init; }

    /// <summary>Which items are asked for; null for all.</summary>
    public ContentFilter? Filter { get; init; }

    /// <summary>Keys in order of weight; the item's number is always the last word, so every order is total.</summary>
    public ImmutableArray<ContentOrder> Order { get; init; } = [];

    /// <summary>The page begins after this place of the same order; null for the first page.</summary>
    public ContentPosition? After { get; init; }

    /// <summary>Whether to say where the page's items stand (<see cref="ContentPage.Positions"/>).</summary>
    public bool WithPositions { get; init; }

    /// <summary>How many items to leave out at the start; 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>At most this many items; 0 for none (a count alone).</summary>
    public int Take { get; init; } = 100;

    /// <summary>Whether to count all that match, beyond the page.</summary>
    public bool CountTotal { get; init; }

    /// <summary>Whether whole items are asked for, or those that lie in others.</summary>
    public ContentScope Scope { get; init; } = ContentScope.Document;

    /// <summary>What the documents that are read are taken from; null when nobody counts.</summary>
    public ReadBudget? Budget { get; init; }

    /// <summary>A query for the items of one type.</summary>
    public static ContentQuery For(string contentType) => new() { ContentTypes = [contentType] };

    /// <summary>Whether all that the query sees are alike in a flag, so that nothing is ordered by it.</summary>
    public bool IsSameForAll(string path) =>
        string.Equals(path, ContentPaths.Published, StringComparison.OrdinalIgnoreCase)
            ? State is VersionState.Published or VersionState.Draft
            : string.Equals(path, ContentPaths.Latest, StringComparison.OrdinalIgnoreCase)
                && State is VersionState.Latest or VersionState.Draft;

    /// <summary>Adds a filter to those there are; all must hold.</summary>
    public ContentQuery Where(ContentFilter filter) =>
        this with
        {
            Filter = Filter is null ? filter : new ContentFilter.And([Filter, filter]),
        };

    /// <summary>The same query with one more word of order, after those it has.</summary>
    public ContentQuery OrderBy(string path, bool descending = false) => this with { Order = Order.Add(new(path, descending)) };

    /// <summary>
    /// Everything that matches as one page: for what is bounded by its subject, such as one plan's measures. Beyond 5,000 items, or
    /// groups that are counted, the rest is left out.
    /// </summary>
    public ContentQuery AllAtOnce() => this with { Skip = 0, Take = MostAtOnce };
}

/// <summary>One key of an order.</summary>
/// <param name="Path">An indexed path, see <see cref="ContentPaths"/>. Items without a value come first ascending, last descending.</param>
/// <param name="Descending">Largest first.</param>
public sealed record ContentOrder(string Path, bool Descending = false)
{
    /// <summary>
    /// When the path holds ids: orders by the first item that it names, as those items stand among themselves. Null otherwise.
    /// </summary>
    public LinkedOrder? By { get; init; }

    /// <summary>
    /// The path's values in the order that counts; a value that is not here is as none. Null when values are ordered by what they are.
    /// </summary>
    /// <remarks><c>ContentReader</c> makes it of <see cref="By"/>, so that the store need not know links.</remarks>
    public ImmutableArray<ContentValue>? Ranks { get; init; }
}

/// <summary>The order of items that others name.</summary>
/// <param name="Target">What is named.</param>
/// <param name="Order">At least one key.</param>
public sealed record LinkedOrder(LinkTarget Target, ImmutableArray<ContentOrder> Order);

/// <summary>What a path that holds ids names. A closed set.</summary>
public abstract record LinkTarget
{
    private LinkTarget() { }

    /// <summary>Content items, by id.</summary>
    /// <param name="ContentTypes">Of these types; of any when empty.</param>
    public sealed record Items(ImmutableArray<string> ContentTypes) : LinkTarget;

    /// <summary>Localization sets, by their id: an item of the set is meant.</summary>
    /// <param name="ContentTypes">As above.</param>
    public sealed record LocalizationSets(ImmutableArray<string> ContentTypes) : LinkTarget;

    /// <summary>Terms, by id.</summary>
    /// <param name="TaxonomyId">The taxonomy that they lie in; null when nobody says which.</param>
    public sealed record Terms(ContentItemId? TaxonomyId) : LinkTarget;
}

/// <summary>
/// The paths that filters and orders may name: the envelope's below, and <c>Part.Field</c> or <c>Part.Field.Property</c>
/// for what the content definition indexes (part by its name in the type).
/// </summary>
public static class ContentPaths
{
    /// <summary>The id of the item.</summary>
    public const string ContentItemId = "ContentItemId";

    /// <summary>The id of the version.</summary>
    public const string ContentItemVersionId = "ContentItemVersionId";

    /// <summary>What lists show for the item.</summary>
    public const string DisplayText = "DisplayText";

    /// <summary>For orders alone: false before true.</summary>
    public const string Published = "Published";

    /// <inheritdoc cref="Published"/>
    public const string Latest = "Latest";

    /// <summary>When the item was made.</summary>
    public const string CreatedUtc = "CreatedUtc";

    /// <summary>When the version was written.</summary>
    public const string ModifiedUtc = "ModifiedUtc";

    /// <summary>When the item was last published.</summary>
    public const string PublishedUtc = "PublishedUtc";

    /// <summary>The id of the item's owner; not for visitors.</summary>
    public const string Owner = "Owner";

    /// <summary>Who wrote the version; not for visitors.</summary>
    public const string Author = "Author";

    /// <summary>The item's address.</summary>
    public const string Path = "AutoroutePart.Path";

    /// <summary>The item's language.</summary>
    public const string Culture = "LocalizationPart.Culture";

    /// <summary>What an item has in common with its translations.</summary>
    public const string LocalizationSet = "LocalizationPart.LocalizationSet";
}

/// <summary>What must hold of an item. A closed set: every reader handles every kind.</summary>
public abstract record ContentFilter
{
    private ContentFilter() { }

    /// <summary>All hold; none means true.</summary>
    public sealed record And(ImmutableArray<ContentFilter> Filters) : ContentFilter;

    /// <summary>At least one holds; none means false.</summary>
    public sealed record Or(ImmutableArray<ContentFilter> Filters) : ContentFilter;

    /// <summary>It does not hold.</summary>
    public sealed record Not(ContentFilter Filter) : ContentFilter;

    /// <summary>
    /// A value at the path compares so with the operand; of a list, at least one value does. Text is compared folded
    /// (case, width). An item without a value matches nothing but <see cref="ComparisonOperator.IsNull"/>.
    /// </summary>
    /// <param name="Path">See <see cref="ContentPaths"/>.</param>
    /// <param name="Operator">How.</param>
    /// <param name="Operands">One, or for <see cref="ComparisonOperator.In"/> any number; none for
    /// <see cref="ComparisonOperator.IsNull"/>.</param>
    /// <remarks>
    /// Where the path holds ids of other items, terms or localization sets, an id of something that the principal may not see is as if it
    /// were not there: it is found by no comparison, and an item that names nothing else names nothing.
    /// </remarks>
    public sealed record Comparison(string Path, ComparisonOperator Operator, ImmutableArray<ContentValue> Operands) : ContentFilter
    {
        /// <summary>
        /// The operands are ids of what the reader has given already, so that nobody needs to ask again whether they may be known.
        /// </summary>
        public bool AreSeen { get; init; }
    }

    /// <summary>It is of one of these types; of none when there are none.</summary>
    public sealed record OfType(ImmutableArray<string> ContentTypes) : ContentFilter;

    /// <summary>One of the ids at the path is of something published that the filter holds of and that the principal may see.</summary>
    /// <param name="Path">Where the ids stand.</param>
    /// <param name="Target">What they name.</param>
    /// <param name="Filter">What must hold of it; null for anything that is there.</param>
    /// <remarks><c>ContentReader</c> resolves it with a query of its own before the store sees the filter.</remarks>
    public sealed record Linked(string Path, LinkTarget Target, ContentFilter? Filter) : ContentFilter;

    /// <summary>The path has exactly that value; of a list, one element has.</summary>
    public static ContentFilter Equal(string path, ContentValue value) => new Comparison(path, ComparisonOperator.Equal, [value]);

    /// <summary>The path has one of the values; of none, nothing is found.</summary>
    public static ContentFilter In(string path, params ReadOnlySpan<ContentValue> values) =>
        new Comparison(path, ComparisonOperator.In, [.. values]);

    /// <summary>One of the ids at the path is one of these, which are of items that the reader has given.</summary>
    public static ContentFilter InSeen(string path, params ReadOnlySpan<ContentValue> ids) =>
        new Comparison(path, ComparisonOperator.In, [.. ids]) { AreSeen = true };

    /// <summary>The text at the path contains that text, ignoring case.</summary>
    public static ContentFilter Contains(string path, string text) =>
        new Comparison(path, ComparisonOperator.Contains, [ContentValue.Of(text)]);
}

/// <summary>How a value is compared. Text operators take text; the ordering ones everything but booleans.</summary>
public enum ComparisonOperator
{
    /// <summary>Has the value.</summary>
    Equal,

    /// <summary>Has one of the values.</summary>
    In,

    /// <summary>Contains the text, ignoring case.</summary>
    Contains,

    /// <summary>Starts with the text, ignoring case.</summary>
    StartsWith,

    /// <summary>Ends with the text, ignoring case.</summary>
    EndsWith,

    /// <summary>Is after the value.</summary>
    GreaterThan,

    /// <summary>Is the value or after it.</summary>
    GreaterThanOrEqual,

    /// <summary>Is before the value.</summary>
    LessThan,

    /// <summary>Is the value or before it.</summary>
    LessThanOrEqual,

    /// <summary>Has no value.</summary>
    IsNull,
}

/// <summary>A page of a query's answer.</summary>
/// <param name="Items">In the query's order.</param>
/// <param name="Total">All that match; null unless asked for.</param>
public sealed record ContentPage(IReadOnlyList<ContentItem> Items, int? Total)
{
    /// <summary>No items, none counted.</summary>
    public static ContentPage Empty { get; } = new([], 0);

    /// <summary>Where each item stands; empty unless asked for.</summary>
    public ImmutableArray<ContentPosition> Positions { get; init; } = [];
}
