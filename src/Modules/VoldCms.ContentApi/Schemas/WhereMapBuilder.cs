using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>Makes the filter and the order of each content type. Input types that two maps share are made once.</summary>
internal sealed class WhereMapBuilder
{
    private static readonly (string Name, string Path, ScalarType Type)[] s_envelope =
    [
        ("contentItemId", ContentPaths.ContentItemId, ScalarType.Id),
        ("contentItemVersionId", ContentPaths.ContentItemVersionId, ScalarType.Id),
        ("displayText", ContentPaths.DisplayText, ScalarType.String),
        ("createdUtc", ContentPaths.CreatedUtc, ApiScalars.DateTime),
        ("modifiedUtc", ContentPaths.ModifiedUtc, ApiScalars.DateTime),
        ("publishedUtc", ContentPaths.PublishedUtc, ApiScalars.DateTime),
        ("owner", ContentPaths.Owner, ScalarType.String),
        ("author", ContentPaths.Author, ScalarType.String),
    ];

    private readonly Dictionary<string, InputObjectType> _inputs = new(StringComparer.Ordinal);

    /// <summary>The filter of a type: envelope, parts and fields under the names that they have as fields.</summary>
    public WhereMap Where(TypeModel type, string typeName, IReadOnlyList<SurfacedPart> parts)
    {
        var entries = new Entries<WhereKey>();
        foreach (var (name, path, scalar) in s_envelope)
        {
            entries.AddAll(WhereOperators.For(name, path, scalar));
        }

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
        entries.Add(new("OR", input.List()) { Description = "Every key of every object is an alternative." }, new WhereKey.Any());
        entries.Add(new("AND", input.List()) { Description = "All must hold." }, new WhereKey.All());
        entries.Add(new("NOT", input.List()) { Description = "Not all of it holds." }, new WhereKey.None());
        return new(input, entries.Keys);
    }

    /// <summary>The order of a type: envelope and every single value.</summary>
    public OrderMap Order(string typeName, IReadOnlyList<SurfacedPart> parts)
    {
        var entries = new Entries<OrderKey>();
        foreach (var name in new[] { "contentItemId", "contentItemVersionId", "contentType", "displayText", "published", "latest", "createdUtc", "modifiedUtc", "publishedUtc", "owner", "author" })
        {
            AddOrder(entries, name, s_envelope.FirstOrDefault(known => known.Name == name).Path);
        }

        foreach (var part in parts)
        {
            if (part.IsCollapsed)
            {
                AddOrders(entries, part);
                continue;
            }

            var nested = new Entries<OrderKey>();
            AddOrders(nested, part);
            if (nested.Inputs.Count > 0)
            {
                var input = Shared($"{part.TypeName}OrderByInput", () => nested.Inputs);
                entries.Add(new(part.FieldName, input), new OrderKey(null, new(input, nested.Keys)));
            }
        }

        return new(new InputObjectType($"{typeName}OrderByInput", () => entries.Inputs) { Description = "Keys count in the order they are written." }, entries.Keys);
    }

    private void AddPart(Entries<WhereKey> entries, SurfacedPart part)
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
        var nested = Nested($"{kind.Name}Input", inner);
        return [(new InputValueDefinition(field.FieldName, nested.Map.Input), nested)];
    }

    private static void AddOrders(Entries<OrderKey> entries, SurfacedPart part)
    {
        foreach (var property in (part.Model.Kind?.Properties ?? []).Where(property => property.ValueKind is not null && property.Kind != StoredKind.TextList))
        {
            AddOrder(entries, ApiNames.Camel(property.Name), $"{part.Model.Name}.{property.Name}");
        }

        foreach (var field in part.Fields.Where(field => FieldTypes.IsPlain(field.Kind) && field.Kind.Main.Kind != StoredKind.TextList))
        {
            AddOrder(entries, field.FieldName, $"{field.Model.Part.Name}.{field.Model.Name}");
        }
    }

    private static void AddOrder(Entries<OrderKey> entries, string name, string? path) =>
        entries.Add(new(name, CoreTypes.OrderByDirection), new OrderKey(path));

    private static void AddNested(Entries<WhereKey> entries, string name, WhereKey.Nested nested) => entries.Add(new(name, nested.Map.Input), nested);

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

    /// <summary>Input fields and their meanings; of two with one name the first stays.</summary>
    private sealed class Entries<TKey>
    {
        private readonly List<InputValueDefinition> _inputs = [];
        private readonly Dictionary<string, TKey> _keys = new(StringComparer.Ordinal);

        public IReadOnlyList<InputValueDefinition> Inputs => _inputs;

        public IReadOnlyDictionary<string, TKey> Keys => _keys;

        public void Add(InputValueDefinition input, TKey key)
        {
            if (_keys.TryAdd(input.Name, key))
            {
                _inputs.Add(input);
            }
        }

        public void AddAll(IEnumerable<(InputValueDefinition Input, TKey Key)> all)
        {
            foreach (var (input, key) in all)
            {
                Add(input, key);
            }
        }
    }
}
