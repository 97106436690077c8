using System.Collections.Frozen;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentApi.Schema;

/// <summary>An attached part that the schema shows (contract 5.4).</summary>
/// <param name="Model">The part.</param>
/// <param name="FieldName">Its field on the type; not used when collapsed.</param>
/// <param name="TypeName">Its type in the schema; not used when collapsed.</param>
/// <param name="IsCollapsed">Its fields stand on the type itself.</param>
/// <param name="Fields">Those that the schema shows.</param>
internal sealed record SurfacedPart(
    PartModel Model,
    string FieldName,
    string TypeName,
    bool IsCollapsed,
    IReadOnlyList<SurfacedField> Fields
);

/// <summary>A field that the schema shows.</summary>
internal sealed record SurfacedField(FieldModel Model, FieldKind Kind, string FieldName)
{
    /// <summary>Whether it is a plain value: text, number, truth or time.</summary>
    public bool IsPlain =>
        Kind.Name is "TextField" or "MultiTextField" or "BooleanField" or "NumericField" or "DateField" or "DateTimeField" or "TimeField";
}

/// <summary>Which parts and fields of a type the schema shows, and under which names.</summary>
internal static class Surface
{
    // Stock parts that have nothing for a reader: Orchard Core does not show them either.
    private static readonly FrozenSet<string> s_unseen = new[]
    {
        PartNames.Title,
        PartNames.Common,
        PartNames.PublishLater,
        PartNames.ArchiveLater,
        PartNames.Contained,
        PartNames.Term,
        "PreviewPart",
        "SitemapPart",
        "LiquidPart",
        "MenuPart",
        "AuditTrailPart",
        "MenuItemPermissionPart",
        "ContentMenuItemPart",
        "WidgetsListPart",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The stock parts that may have a type of their own, under their own names: those that are seen and do not always collapse, and the
    /// one that says where an item lies.
    /// </summary>
    public static IEnumerable<string> StockTypeNames =>
        PartKind.Stock.Keys.Where(name => !s_unseen.Contains(name) && !Is(name, PartNames.Autoroute)).Append(PartNames.Contained);

    /// <summary>The parts of a type in the definition's order.</summary>
    /// <param name="type">The type.</param>
    /// <param name="typeNameOf">The schema's name of a part's type.</param>
    public static IReadOnlyList<SurfacedPart> PartsOf(TypeModel type, Func<PartModel, string> typeNameOf) =>
        [.. type.Parts.Select(part => Find(type, part, typeNameOf)).OfType<SurfacedPart>()];

    private static SurfacedPart? Find(TypeModel type, PartModel part, Func<PartModel, string> typeNameOf)
    {
        var settings = part.Definition.Settings.Get<GraphQLContentTypePartSettings>();
        if (settings.Hidden || !part.IsKnown || !ApiNames.IsName(part.Name) || !ApiNames.IsName(part.Definition.PartName))
        {
            return null;
        }

        var partName = part.Definition.PartName;
        var isCollapsed = settings.Collapse || Is(partName, PartNames.Autoroute) || (Is(part.Name, type.Name) && part.Kind is null);
        var prefix = settings.PreventFieldNameCollisions ? ApiNames.OfPart(part.Name) : "";
        var fields = part
            .Fields.Where(field => field.Kind is not null && ApiNames.IsName(field.Name))
            .Select(field => new SurfacedField(
                field,
                field.Kind!,
                prefix.Length == 0 || !isCollapsed ? ApiNames.Camel(field.Name) : prefix + field.Name
            ))
            .ToList();
        return s_unseen.Contains(partName) || (part.Kind is null && fields.Count == 0)
            ? null
            : new(part, ApiNames.OfPart(part.Name), typeNameOf(part), isCollapsed, fields);
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
