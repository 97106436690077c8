using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Definitions;

/// <summary>A content type: its parts in order. Immutable.</summary>
public sealed record ContentTypeDefinition(
    string Name,
    string DisplayName,
    DefinitionSettings Settings,
    ImmutableArray<ContentTypePartDefinition> Parts
)
{
    /// <summary>The part under that name in the type, ignoring case; null when there is none.</summary>
    public ContentTypePartDefinition? FindPart(string name) =>
        Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Part by part: an array by itself is equal to no other array.</summary>
    public bool Equals(ContentTypeDefinition? other) =>
        other is not null
        && Name == other.Name
        && DisplayName == other.DisplayName
        && Settings.Equals(other.Settings)
        && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Parts.Length);
}

/// <summary>A part attached to a type.</summary>
/// <param name="Name">The name in this type, and the key in the item's JSON.</param>
/// <param name="PartName">The part's kind.</param>
/// <param name="Settings">The attachment's settings.</param>
public sealed record ContentTypePartDefinition(string Name, string PartName, DefinitionSettings Settings);

/// <summary>A part: its fields in order. Immutable.</summary>
public sealed record ContentPartDefinition(string Name, DefinitionSettings Settings, ImmutableArray<ContentFieldDefinition> Fields)
{
    /// <summary>The field of that name, ignoring case; null when there is none.</summary>
    public ContentFieldDefinition? FindField(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Field by field: an array by itself is equal to no other array.</summary>
    public bool Equals(ContentPartDefinition? other) =>
        other is not null && Name == other.Name && Settings.Equals(other.Settings) && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Fields.Length);
}

/// <summary>A field of a part.</summary>
/// <param name="Name">The field's name, and its key below the part in the item's JSON.</param>
/// <param name="FieldName">The field's kind, such as <c>TextField</c>.</param>
/// <param name="Settings">The field's settings.</param>
public sealed record ContentFieldDefinition(string Name, string FieldName, DefinitionSettings Settings)
{
    /// <summary>What editors read; the name when the definition gives none.</summary>
    public string DisplayName => Settings.Get<ContentPartFieldSettings>().DisplayName is { Length: > 0 } display ? display : Name;
}

/// <summary>All types and parts of a tenant. Look-ups ignore case. Immutable and thread-safe.</summary>
public sealed record ContentDefinitions
{
    private static readonly ImmutableSortedDictionary<string, ContentTypeDefinition> s_noTypes = ImmutableSortedDictionary.Create<
        string,
        ContentTypeDefinition
    >(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableSortedDictionary<string, ContentPartDefinition> s_noParts = ImmutableSortedDictionary.Create<
        string,
        ContentPartDefinition
    >(StringComparer.OrdinalIgnoreCase);

    /// <summary>No types and no parts.</summary>
    public static ContentDefinitions Empty { get; } = new();

    /// <summary>The content types by name, ignoring case.</summary>
    public ImmutableSortedDictionary<string, ContentTypeDefinition> Types { get; init; } = s_noTypes;

    /// <summary>The content parts by name, ignoring case.</summary>
    public ImmutableSortedDictionary<string, ContentPartDefinition> Parts { get; init; } = s_noParts;

    /// <summary>The type of that name, ignoring case; null when there is none.</summary>
    public ContentTypeDefinition? FindType(string name) => Types.GetValueOrDefault(name);

    /// <summary>The part of that name, ignoring case; null when there is none.</summary>
    public ContentPartDefinition? FindPart(string name) => Parts.GetValueOrDefault(name);
}
