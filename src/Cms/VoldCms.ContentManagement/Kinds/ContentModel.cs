using System.Collections.Frozen;
using System.Collections.Immutable;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>
/// The definitions resolved once: each type with its parts' kinds, its fields' kinds and the paths it indexes. Every
/// operation on items goes by it. Immutable and thread-safe.
/// </summary>
public sealed class ContentModel
{
    private readonly FrozenDictionary<string, TypeModel> _types;

    /// <summary>Resolves all definitions; what they name and nobody knows is kept as unknown.</summary>
    public ContentModel(ContentDefinitions definitions)
    {
        Definitions = definitions;
        _types = definitions.Types.Values.ToFrozenDictionary(
            type => type.Name,
            type => new TypeModel(type, definitions),
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>What the model was made of.</summary>
    public ContentDefinitions Definitions { get; }

    /// <summary>Every type, in no promised order.</summary>
    public ImmutableArray<TypeModel> Types => _types.Values;

    /// <summary>Those of the named types that there are; all when none is named.</summary>
    public ImmutableArray<TypeModel> TypesOf(ImmutableArray<string> names) =>
        names.IsEmpty ? Types : [.. names.Select(FindType).OfType<TypeModel>()];

    /// <summary>The type of that name, ignoring case; null when there is none.</summary>
    public TypeModel? FindType(string name) => _types.GetValueOrDefault(name);
}

/// <summary>A content type, resolved.</summary>
public sealed class TypeModel
{
    // Welded onto the children of a list; no definition names it.
    private static readonly PartModel s_contained = new(new(PartNames.Contained, PartNames.Contained, DefinitionSettings.Empty), null);

    internal TypeModel(ContentTypeDefinition definition, ContentDefinitions definitions)
    {
        Definition = definition;
        Settings = definition.Settings.Get<ContentTypeSettings>();
        Parts = [.. definition.Parts.Select(part => new PartModel(part, definitions.FindPart(part.PartName)))];
        IsListed = definitions
            .Types.Values.SelectMany(type => type.Parts)
            .Any(part =>
                part.Settings.Get<ListPartSettings>().ContainedContentTypes.Contains(definition.Name, StringComparer.OrdinalIgnoreCase)
            );
        LiesOnlyInOthers =
            !Settings.Creatable
            && !Settings.Listable
            && !IsListed
            && definitions
                .Types.Values.SelectMany(type => type.Parts)
                .Any(part =>
                    part.Settings.Get<BagPartSettings>().ContainedContentTypes.Contains(definition.Name, StringComparer.OrdinalIgnoreCase)
                    || part.Settings.Get<FlowPartSettings>()
                        .ContainedContentTypes.Contains(definition.Name, StringComparer.OrdinalIgnoreCase)
                );
        Paths = Parts
            .Concat(IsListed ? [s_contained] : [])
            .SelectMany(part => part.Paths)
            .GroupBy(path => path.Path, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        IsLocalized = FindPartOfKind(PartNames.Localization) is not null;
        MayHoldHtml = Parts.Any(part => part.MayHoldHtml);
    }

    /// <summary>What the type was made of.</summary>
    public ContentTypeDefinition Definition { get; }

    /// <summary>The technical name.</summary>
    public string Name => Definition.Name;

    /// <summary>The type's own settings, read once.</summary>
    public ContentTypeSettings Settings { get; }

    /// <summary>The type's parts, in the definition's order.</summary>
    public ImmutableArray<PartModel> Parts { get; }

    /// <summary>What filters and orders may name, beside the envelope.</summary>
    public FrozenDictionary<string, PathModel> Paths { get; }

    /// <summary>The type carries LocalizationPart.</summary>
    public bool IsLocalized { get; }

    /// <summary>Some list may contain items of the type, which then carry ContainedPart.</summary>
    public bool IsListed { get; }

    /// <summary>Some bag or page of widgets may hold its items, and editors neither make nor list them by themselves.</summary>
    public bool LiesOnlyInOthers { get; }

    /// <summary>Some HTML may lie in items of the type, which has to be clean before anybody reads them.</summary>
    internal bool MayHoldHtml { get; }

    /// <summary>The part under that name in the type, ignoring case; null when there is none.</summary>
    public PartModel? FindPart(string name) =>
        Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first part of that kind.</summary>
    public PartModel? FindPartOfKind(string partName) =>
        Parts.FirstOrDefault(part => string.Equals(part.Definition.PartName, partName, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A part as attached to a type, resolved.</summary>
public sealed class PartModel
{
    private readonly bool _isCleaned;

    internal PartModel(ContentTypePartDefinition definition, ContentPartDefinition? part)
    {
        Definition = definition;
        Kind = PartKind.Stock.GetValueOrDefault(definition.PartName);
        IsKnown = Kind is not null || part is not null;
        _isCleaned = Kind is { IsHtml: true } && definition.Settings.Sanitizes(definition.PartName);
        Fields = part is null ? [] : [.. part.Fields.Select(field => new FieldModel(this, field))];
        Paths =
        [
            .. (Kind?.Properties ?? [])
                .Where(property => property.ValueKind is not null)
                .Select(property => new PathModel($"{Name}.{property.Name}", this, null, property)),
            .. Fields.SelectMany(field => field.Paths),
        ];
    }

    /// <summary>What the part was made of, as it stands in the type.</summary>
    public ContentTypePartDefinition Definition { get; }

    /// <summary>The technical name.</summary>
    public string Name => Definition.Name;

    /// <summary>Null for a part made only of fields, and for one nobody knows.</summary>
    public PartKind? Kind { get; }

    /// <summary>False when neither the engine nor the definitions say what is in it: it is kept untouched.</summary>
    public bool IsKnown { get; }

    /// <summary>The part's fields, in the definition's order.</summary>
    public ImmutableArray<FieldModel> Fields { get; }

    /// <summary>The properties in which the part holds whole items; empty for most parts.</summary>
    public ImmutableArray<StoredProperty> Contained => Kind?.Contained ?? [];

    internal ImmutableArray<PathModel> Paths { get; }

    /// <summary>Some HTML may lie in the part: its own, a field's, a contained item's.</summary>
    internal bool MayHoldHtml => _isCleaned || Contained.Length > 0 || Fields.Any(inner => inner.IsCleaned);

    /// <summary>Whether the property of the part's own is HTML that goes through the sanitizer.</summary>
    internal bool HoldsHtml(StoredProperty property) => _isCleaned && property == Kind!.Properties[0];
}

/// <summary>A field of an attached part, resolved.</summary>
public sealed class FieldModel
{
    private readonly bool _isAddress;

    internal FieldModel(PartModel part, ContentFieldDefinition definition)
    {
        Part = part;
        Definition = definition;
        Kind = FieldKind.Stock.GetValueOrDefault(definition.FieldName);
        Visibility = definition.Settings.Get<FieldVisibilitySettings>().Visibility;
        IsRequired = definition.Settings.IsRequired(definition.FieldName);
        IsCleaned = Kind is { IsHtml: true } && definition.Settings.Sanitizes(Kind.Name);
        _isAddress =
            Kind is { Name: "TextField" }
            && string.Equals(definition.Settings.Get<ContentPartFieldSettings>().Editor, "Url", StringComparison.OrdinalIgnoreCase);
        Paths = Kind is null
            ? []
            :
            [
                .. Kind
                    .Properties.Where(property => property.ValueKind is not null)
                    .Select(property => new PathModel(
                        property == Kind.Main ? $"{part.Name}.{definition.Name}" : $"{part.Name}.{definition.Name}.{property.Name}",
                        part,
                        this,
                        property
                    )),
            ];
    }

    /// <summary>The part that has the field.</summary>
    public PartModel Part { get; }

    /// <summary>What the field was made of.</summary>
    public ContentFieldDefinition Definition { get; }

    /// <summary>The technical name.</summary>
    public string Name => Definition.Name;

    /// <summary>Null for a kind that nobody knows: the field is kept untouched.</summary>
    public FieldKind? Kind { get; }

    /// <summary>An item may not be published without a value here.</summary>
    public bool IsRequired { get; }

    /// <summary>Who may see the field.</summary>
    public VisibilityLevel Visibility { get; }

    internal ImmutableArray<PathModel> Paths { get; }

    /// <summary>The main property is HTML that its definition's author has not vouched for.</summary>
    internal bool IsCleaned { get; }

    /// <summary>Whether the property is HTML that goes through the sanitizer.</summary>
    internal bool HoldsHtml(StoredProperty property) => IsCleaned && property == Kind!.Main;

    /// <summary>Whether the property is an address: a link's, or a text that is edited as one (Orchard Core's editor <c>Url</c>).</summary>
    internal bool HoldsAddress(StoredProperty property) => property.IsAddress || _isAddress;
}

/// <summary>A path that can be filtered and ordered by.</summary>
/// <param name="Path">Its name in queries.</param>
/// <param name="Part">The part that holds it.</param>
/// <param name="Field">Null for a property of the part itself.</param>
/// <param name="Property">What is stored there.</param>
public sealed record PathModel(string Path, PartModel Part, FieldModel? Field, StoredProperty Property)
{
    /// <summary>Who may see the value: as the field it belongs to, public for a part's own property.</summary>
    public VisibilityLevel Visibility => Field?.Visibility ?? VisibilityLevel.Public;

    /// <summary>What the ids there name; null when none are there.</summary>
    public LinkKind? Link { get; } = LinkKinds.Find(Part, Field, Property);
}
