using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>Makes the filter and the order of each content type. Input types that two maps share are made once.</summary>
internal sealed class WhereMapBuilder(AnyItemInputs anyItem)
{
    private readonly Dictionary<string, InputObjectType> _inputs = new(StringComparer.Ordinal);

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
            AddNested(entries, "containedPart", Nested("ContainedPartInput", [.. Properties(PartNames.Contained, PartKind.Stock[PartNames.Contained].Properties)]));
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
        var entries = new InputEntries<OrderKey>();
        entries.AddAll(EnvelopeInputs.Orders);

        foreach (var part in parts)
        {
            if (part.IsCollapsed)
            {
                AddOrders(entries, part);
                continue;
            }

            var nested = new InputEntries<OrderKey>();
            AddOrders(nested, part);
            AddNested(entries, part.FieldName, $"{part.TypeName}OrderByInput", nested);
        }

        if (type.IsListed)
        {
            var nested = new InputEntries<OrderKey>();
            AddOrders(nested, PartNames.Contained, PartKind.Stock[PartNames.Contained].Properties);
            AddNested(entries, "containedPart", "ContainedPartOrderByInput", nested);
        }

        return new(new InputObjectType($"{typeName}OrderByInput", () => entries.Inputs) { Description = "Keys count in the order they are written." }, entries.Keys);
    }

    private void AddPart(InputEntries<WhereKey> entries, SurfacedPart part)
    {
        if (part.IsCollapsed)
        {
            entries.AddAll(Filters(part));
        }
        else if (Filters(part).ToList() is { Count: > 0 } filters)
        {
            var isLocalization = part.Model.Definition.PartName == PartNames.Localization;
            AddNested(entries, part.FieldName, Nested(isLocalization ? "LocalizationInputObjectType" : $"{part.TypeName}Input", filters));
        }
    }

    private IEnumerable<(InputValueDefinition, WhereKey)> Filters(SurfacedPart part) =>
        Properties(part.Model.Name, part.Model.Kind?.Properties ?? []).Concat(part.Fields.SelectMany(Filters));

    private static IEnumerable<(InputValueDefinition, WhereKey)> Properties(string prefix, IEnumerable<StoredProperty> properties) =>
        properties.Where(property => property.ValueKind is not null).SelectMany(property => WhereOperators.For(
            ApiNames.Camel(property.Name), $"{prefix}.{property.Name}", ScalarOf(property.Kind), $"{prefix}.{property.Name}" == ContentPaths.LocalizationSet));

    private IEnumerable<(InputValueDefinition, WhereKey)> Filters(SurfacedField field)
    {
        var kind = field.Kind;
        var path = $"{field.Model.Part.Name}.{field.Model.Name}";
        if (FieldTypes.IsPlain(kind))
        {
            return WhereOperators.For(field.FieldName, path, ScalarOf(kind.Main.Kind));
        }

        var inner = kind.Properties.Where(property => property.ValueKind is not null).SelectMany(property => WhereOperators.For(
            ApiNames.Camel(property.Name), property == kind.Main ? path : $"{path}.{property.Name}", ScalarOf(property.Kind))).ToList();
        if (Links.FindTarget(field) is { } target)
        {
            inner.Add((
                new InputValueDefinition(Links.NameOf(target), anyItem.WhereInput) { Description = "One of those that it names is published, and this holds of it." },
                new WhereKey.Linked(path, target, () => anyItem.Where)));
        }

        var nested = Nested($"{kind.Name}Input", inner);
        return [(new InputValueDefinition(field.FieldName, nested.Map.Input), nested)];
    }

    private void AddOrders(InputEntries<OrderKey> entries, SurfacedPart part)
    {
        AddOrders(entries, part.Model.Name, part.Model.Kind?.Properties ?? []);
        foreach (var field in part.Fields)
        {
            var path = $"{field.Model.Part.Name}.{field.Model.Name}";
            if (FieldTypes.IsPlain(field.Kind))
            {
                AddOrder(entries, field.FieldName, path);
                continue;
            }

            var nested = new InputEntries<OrderKey>();
            if (Links.FindTarget(field) is { } target)
            {
                nested.Add(
                    new(Links.NameOf(target), anyItem.OrderInput) { Description = "By the first that it names." },
                    new OrderKey(path, () => anyItem.Order, target));
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

    private static void AddOrders(InputEntries<OrderKey> entries, string partName, IEnumerable<StoredProperty> properties)
    {
        foreach (var property in properties.Where(property => property.ValueKind is not null))
        {
            AddOrder(entries, ApiNames.Camel(property.Name), $"{partName}.{property.Name}");
        }
    }

    private static void AddOrder(InputEntries<OrderKey> entries, string name, string path) =>
        entries.Add(new(name, CoreTypes.OrderByDirection), new OrderKey(path));

    private void AddNested(InputEntries<OrderKey> entries, string name, string typeName, InputEntries<OrderKey> nested)
    {
        if (nested.Inputs.Count > 0)
        {
            var input = Shared(typeName, () => nested.Inputs);
            var map = new OrderMap(input, nested.Keys);
            entries.Add(new(name, input), new OrderKey(null, () => map));
        }
    }

    private static void AddNested(InputEntries<WhereKey> entries, string name, WhereKey.Nested nested) => entries.Add(new(name, nested.Map.Input), nested);

    private WhereKey.Nested Nested(string typeName, IReadOnlyList<(InputValueDefinition Input, WhereKey Key)> filters) => new(new WhereMap(
        Shared(typeName, () => filters.Select(filter => filter.Input)),
        filters.ToDictionary(filter => filter.Input.Name, filter => filter.Key, StringComparer.Ordinal)));

    private InputObjectType Shared(string name, Func<IEnumerable<InputValueDefinition>> fields)
    {
        if (!_inputs.TryGetValue(name, out var known))
        {
            known = new InputObjectType(name, fields);
            _inputs.Add(name, known);
        }

        return known;
    }

    private static ScalarType ScalarOf(StoredKind kind) => kind switch
    {
        StoredKind.Boolean => ScalarType.Boolean,
        StoredKind.Number => ApiScalars.Decimal,
        StoredKind.Date => ApiScalars.Date,
        StoredKind.DateTime => ApiScalars.DateTime,
        StoredKind.Time => ApiScalars.TimeSpan,
        _ => ScalarType.String,
    };
}
