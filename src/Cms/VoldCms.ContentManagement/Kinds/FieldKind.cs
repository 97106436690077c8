using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>A kind of field: what it stores. Immutable.</summary>
/// <param name="Name">Orchard Core's name, such as <c>TextField</c>.</param>
/// <param name="Properties">The first is the main one: its index path is <c>Part.Field</c>, the others' <c>Part.Field.Property</c>.</param>
/// <param name="IsHtml">The main property is HTML and goes through the sanitizer unless the settings say otherwise.</param>
public sealed record FieldKind(string Name, ImmutableArray<StoredProperty> Properties, bool IsHtml = false)
{
    /// <summary>The property that a filter means when it names the field alone.</summary>
    public StoredProperty Main => Properties[0];

    /// <summary>The fields that the engine knows, by name, ignoring case. Any other is kept untouched.</summary>
    public static FrozenDictionary<string, FieldKind> Stock { get; } =
        new FieldKind[]
        {
            new("TextField", [new("Text", StoredKind.Text)]),
            new("MultiTextField", [new("Values", StoredKind.TextList)]),
            new("HtmlField", [new("Html", StoredKind.Text)], IsHtml: true),
            new("MarkdownField", [new("Markdown", StoredKind.Text)]),
            new("BooleanField", [new("Value", StoredKind.Boolean)]),
            new("NumericField", [new("Value", StoredKind.Number)]),
            new("DateField", [new("Value", StoredKind.Date)]),
            new("DateTimeField", [new("Value", StoredKind.DateTime)]),
            new("TimeField", [new("Value", StoredKind.Time)]),
            new(
                "LinkField",
                [
                    new("Url", StoredKind.Text, IsAddress: true),
                    new("Text", StoredKind.Text),
                    new("Target", StoredKind.Text, IsIndexed: false),
                ]
            ),
            new("ContentPickerField", [new("ContentItemIds", StoredKind.TextList, IsIdentifier: true)]),
            new(
                "TaxonomyField",
                [
                    new("TermContentItemIds", StoredKind.TextList, IsIdentifier: true),
                    new("TaxonomyContentItemId", StoredKind.Text, IsIndexed: false, IsIdentifier: true),
                    new("TagNames", StoredKind.TextList, IsIndexed: false),
                ]
            ),
            new("LocalizationSetContentPickerField", [new("LocalizationSets", StoredKind.TextList, IsIdentifier: true)]),
            new(
                "MediaField",
                [
                    new("Paths", StoredKind.TextList, IsIdentifier: true),
                    new("MediaTexts", StoredKind.TextList),
                    new("Anchors", StoredKind.Any, IsIndexed: false),
                    new("AttachedFileNames", StoredKind.TextList, IsIndexed: false),
                ]
            ),
            new(
                "UserPickerField",
                [new("UserIds", StoredKind.TextList, IsIdentifier: true), new("UserNames", StoredKind.TextList, IsIndexed: false)]
            ),
            new("GeoPointField", [new("Latitude", StoredKind.Number), new("Longitude", StoredKind.Number)]),
            new(
                "YoutubeField",
                [
                    new("RawAddress", StoredKind.Text, IsIdentifier: true, IsAddress: true),
                    new("EmbeddedAddress", StoredKind.Text, IsIndexed: false, IsAddress: true),
                ]
            ),
        }.ToFrozenDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);
}
