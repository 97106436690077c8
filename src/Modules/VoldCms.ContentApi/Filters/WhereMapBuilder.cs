using System.Collections.Immutable;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Filters;

/// <summary>Makes the filter and the order of each content type. Input types that two maps share are made once.</summary>
internal sealed class WhereMapBuilder(AnyItemInputs anyItem)
{
    // Orchard Core's name of the filter of the localization part; those of other parts are made of the part's.
    private const string LocalizationType = "LocalizationInputObjectType";

    private readonly Dictionary<string, InputObjectType> _inputs = new(StringComparer.Ordinal);

    /// <summary>The names of the inputs that are not made of a content type's, a part's or a field's.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [LocalizationType];

    /// <summary>The filter of a type: envelope, parts and fields under the names that they have as fields.</summary>
    public WhereMap Where(TypeModel type, string typeName, IReadOnlyList<SurfacedPart> parts)
    {
        var entries = new InputEntries<WhereKey>();
        entries.AddAll(EnvelopeInputs.Filters);

        foreach (var part in parts)
        {
            AddPart(entries, part);
        }

        if (type.IsListed)
        {
            var contained = PartKind.Stock[PartNames.Contained];
            AddNested(entries, "containedPart", Nested("ContainedPartInput", [.. Properties(PartNames.Contained, contained.Properties)]));
            entries.AddAll([WhereOperators.Exists("containedPart", PathsOf(PartNames.Contained, contained.Properties))]);
        }

        var input = new InputObjectType($"{typeName}WhereInput", () => entries.Inputs)
        {
            Description = "Keys side by side must all hold; what is null is not looked at.",
        };
        EnvelopeInputs.AddJunctions(entries, input);
        return new(input, entries.Keys);
    }

    /// <summary>The order of a type: envelope and every single value.</summary>
    public OrderMap Order(TypeModel type, string typeName, IReadOnlyList<SurfacedPart> parts)
    {
        var entries = new InputEntries<OrderByKey>();
        entries.AddAll(EnvelopeInputs.Orders);

        foreach (var part in parts)
        {
            if (part.IsCollapsed)
            {
                AddOrders(entries, part);
                continue;
            }

            var nested = new InputEntries<OrderByKey>();
            AddOrders(nested, part);
            AddNested(entries, part.FieldName, $"{part.TypeName}OrderByInput", nested);
        }

        if (type.IsListed)
        {
            var nested = new InputEntries<OrderByKey>();
            AddOrders(nested, PartNames.Contained, PartKind.Stock[PartNames.Contained].Properties);
            AddNested(entries, "containedPart", "ContainedPartOrderByInput", nested);
        }

        return new(
            new InputObjectType($"{typeName}OrderByInput", () => entries.Inputs)
            {
                Description = "Keys count in the order they are written.",
            },
            entries.Keys
        );
    }

    private void AddPart(InputEntries<WhereKey> entries, SurfacedPart part)
    {
        if (part.IsCollapsed)
        {
            entries.AddAll(Filters(part));
        }
        else if (Filters(part).ToList() is { Count: > 0 } filters)
        {
            // Orchard Core's names: of its own parts, of the localization part, and of parts that are made of fields.
            var name =
                part.Model.Definition.PartName == PartNames.Localization ? LocalizationType
                : part.Model.Kind is null ? $"{part.TypeName}WhereInput"
                : $"{part.TypeName}Input";
            AddNested(entries, part.FieldName, Nested(name, filters));
            entries.AddAll([
                WhereOperators.Exists(
                    part.FieldName,
                    [
                        .. PathsOf(part.Model.Name, part.Model.Kind?.Properties ?? []),
                        .. part.Fields.SelectMany(field => PathsOf($"{part.Model.Name}.{field.Model.Name}", field.Kind)),
                    ]
                ),
            ]);
        }
    }

    private IEnumerable<(InputValueDefinition, WhereKey)> Filters(SurfacedPart part) =>
        Properties(part.Model.Name, part.Model.Kind?.Properties ?? []).Concat(part.Fields.SelectMany(Filters));

    private static IEnumerable<(InputValueDefinition, WhereKey)> Properties(string prefix, IEnumerable<StoredProperty> properties) =>
        properties
            .Where(property => property.ValueKind is not null)
            .SelectMany(property =>
                WhereOperators.For(
                    ApiNames.Camel(property.Name),
                    $"{prefix}.{property.Name}",
                    ScalarOf(property.Kind),
                    $"{prefix}.{property.Name}" == ContentPaths.LocalizationSet
                )
            );

    private IEnumerable<(InputValueDefinition, WhereKey)> Filters(SurfacedField field)
    {
        var kind = field.Kind;
        var path = $"{field.Model.Part.Name}.{field.Model.Name}";
        if (field.IsPlain)
        {
            return WhereOperators.For(field.FieldName, path, ScalarOf(kind.Main.Kind));
        }

        var inner = kind
            .Properties.Where(property => property.ValueKind is not null)
            .SelectMany(property =>
                WhereOperators.For(
                    ApiNames.Camel(property.Name),
                    property == kind.Main ? path : $"{path}.{property.Name}",
                    ApiNames.IsId(property) ? ScalarType.Id : ScalarOf(property.Kind)
                )
            )
            .ToList();
        if (PickerField.FindTarget(field) is { } target)
        {
            inner.Add(
                (
                    new InputValueDefinition(PickerField.KeyOf(target), anyItem.WhereInput)
                    {
                        Description = "One of those that it names is published, and this holds of it.",
                    },
                    new WhereKey.Linked(path, target, () => anyItem.Where)
                )
            );
        }

        var nested = Nested($"{kind.Name}Input", inner);
        return
        [
            (new InputValueDefinition(field.FieldName, nested.Map.Input) { Description = InputTexts.In(field.FieldName) }, nested),
            WhereOperators.Exists(field.FieldName, PathsOf(path, kind)),
        ];
    }

    private static ImmutableArray<string> PathsOf(string partName, IEnumerable<StoredProperty> properties) =>
        [.. properties.Where(property => property.ValueKind is not null).Select(property => $"{partName}.{property.Name}")];

    private static ImmutableArray<string> PathsOf(string path, FieldKind kind) =>
        [
            .. kind
                .Properties.Where(property => property.ValueKind is not null)
                .Select(property => property == kind.Main ? path : $"{path}.{property.Name}"),
        ];

    private void AddOrders(InputEntries<OrderByKey> entries, SurfacedPart part)
    {
        AddOrders(entries, part.Model.Name, part.Model.Kind?.Properties ?? []);
        foreach (var field in part.Fields)
        {
            var path = $"{field.Model.Part.Name}.{field.Model.Name}";
            if (field.IsPlain)
            {
                AddOrder(entries, field.FieldName, path);
                continue;
            }

            var nested = new InputEntries<OrderByKey>();
            if (PickerField.FindTarget(field) is { } target)
            {
                nested.Add(
                    new(PickerField.KeyOf(target), anyItem.OrderInput) { Description = "By the first that it names." },
                    new OrderByKey(path, () => anyItem.Order, target)
                );
            }
            else
            {
                foreach (var property in field.Kind.Properties.Where(property => property.ValueKind is not null))
                {
                    AddOrder(nested, ApiNames.Camel(property.Name), property == field.Kind.Main ? path : $"{path}.{property.Name}");
                }
            }

            AddNested(entries, field.FieldName, $"{field.Kind.Name}OrderByInput", nested);
        }
    }

    private static void AddOrders(InputEntries<OrderByKey> entries, string partName, IEnumerable<StoredProperty> properties)
    {
        // Ids have no order that means anything, and the place of an item would tell of a list that is not for everybody.
        foreach (
            var property in properties.Where(property =>
                property.ValueKind is not null && !(ApiNames.IsId(property) && partName == PartNames.Contained)
            )
        )
        {
            AddOrder(entries, ApiNames.Camel(property.Name), $"{partName}.{property.Name}");
        }
    }

    private static void AddOrder(InputEntries<OrderByKey> entries, string name, string path) =>
        entries.Add(new(name, CoreTypes.OrderByDirection) { Description = InputTexts.By(name) }, new OrderByKey(path));

    private void AddNested(InputEntries<OrderByKey> entries, string name, string typeName, InputEntries<OrderByKey> nested)
    {
        if (nested.Inputs.Count > 0)
        {
            var input = Shared(typeName, () => nested.Inputs);
            var map = new OrderMap(input, nested.Keys);
            entries.Add(new(name, input) { Description = InputTexts.By(name) }, new OrderByKey(null, () => map));
        }
    }

    private static void AddNested(InputEntries<WhereKey> entries, string name, WhereKey.Nested nested) =>
        entries.Add(new(name, nested.Map.Input) { Description = InputTexts.In(name) }, nested);

    private WhereKey.Nested Nested(string typeName, IReadOnlyList<(InputValueDefinition Input, WhereKey Key)> filters) =>
        new(
            new WhereMap(
                Shared(typeName, () => filters.Select(filter => filter.Input)),
                filters.ToDictionary(filter => filter.Input.Name, filter => filter.Key, StringComparer.Ordinal)
            )
        );

    private InputObjectType Shared(string name, Func<IEnumerable<InputValueDefinition>> fields)
    {
        if (!_inputs.TryGetValue(name, out var known))
        {
            known = new InputObjectType(name, fields);
            _inputs.Add(name, known);
        }

        return known;
    }

    private static ScalarType ScalarOf(StoredKind kind) =>
        kind switch
        {
            StoredKind.Boolean => ScalarType.Boolean,
            StoredKind.Number => ApiScalars.Decimal,
            StoredKind.Date => ApiScalars.Date,
            StoredKind.DateTime => ApiScalars.DateTime,
            StoredKind.Time => ApiScalars.TimeSpan,
            _ => ScalarType.String,
        };
}
