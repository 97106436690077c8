using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>A stock part: what it stores of its own, beside the fields that a definition may add. Immutable.</summary>
/// <param name="Name">Orchard Core's name, such as <c>TitlePart</c>.</param>
/// <param name="Properties">Its own properties; their index paths are <c>Part.Property</c>.</param>
public sealed record PartKind(string Name, ImmutableArray<StoredProperty> Properties)
{
    /// <summary>The properties that hold whole content items.</summary>
    public ImmutableArray<StoredProperty> Contained { get; } =
        [.. Properties.Where(property => property.Kind == StoredKind.ContentItems)];

    /// <summary>The parts that the engine knows, by name, ignoring case. A part that is neither here nor defined is kept untouched.</summary>
    public static FrozenDictionary<string, PartKind> Stock { get; } = new PartKind[]
    {
        new(PartNames.Title, [new("Title", StoredKind.Text)]),
        new(
            PartNames.Autoroute,
            [
                new("Path", StoredKind.Text, IsIdentifier: true),
                new("SetHomepage", StoredKind.Boolean, IsIndexed: false),
                new("Disabled", StoredKind.Boolean, IsIndexed: false),
                new("RouteContainedItems", StoredKind.Boolean, IsIndexed: false),
                new("Absolute", StoredKind.Boolean, IsIndexed: false),
            ]),
        new(
            PartNames.Localization,
            [
                new("LocalizationSet", StoredKind.Text, IsIdentifier: true),
                new("Culture", StoredKind.Text, IsIdentifier: true),
            ]),
        new(PartNames.Common, []),
        new(PartNames.Bag, [new("ContentItems", StoredKind.ContentItems)]),
        new(
            PartNames.Taxonomy,
            [
                new("TermContentType", StoredKind.Text, IsIdentifier: true),
                new("Terms", StoredKind.ContentItems),
            ]),
        new(PartNames.Term, [new("TaxonomyContentItemId", StoredKind.Text, IsIdentifier: true)]),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The stock parts' names.</summary>
public static class PartNames
{
    public const string Title = "TitlePart";
    public const string Autoroute = "AutoroutePart";
    public const string Localization = "LocalizationPart";
    public const string Common = "CommonPart";
    public const string Bag = "BagPart";
    public const string Taxonomy = "TaxonomyPart";
    public const string Term = "TermPart";

    /// <summary>Ours: one TextField <c>Level</c> (public, internal, secret), so that it is portable.</summary>
    public const string Visibility = "VisibilityPart";
}
