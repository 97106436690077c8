using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>A content type as the schema shows it. Immutable once its schema is made.</summary>
internal sealed class ItemShape(TypeModel type, string typeName)
{
    /// <summary>The content type.</summary>
    public TypeModel Type { get; } = type;

    /// <summary>Its name in the schema.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Ordinary content has a field of its own at the root.</summary>
    public bool IsRoot => Type.Settings.Stereotype.Length == 0;

    /// <summary>Its items stand alone, so that they can be listed in pages, counted, pointed back from and changed by themselves.</summary>
    public bool StandsAlone => IsRoot && !Type.LiesOnlyInOthers;

    /// <summary>The parts that the schema shows.</summary>
    public required IReadOnlyList<SurfacedPart> Parts { get; init; }

    public required ObjectType ObjectType { get; init; }

    public required WhereMap Where { get; init; }

    public required OrderMap Order { get; init; }

    /// <summary>What its items can be counted by.</summary>
    public required EnumType CountBy { get; init; }
}
