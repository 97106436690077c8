using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Lists;

/// <summary>What items can be counted by.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Target">What it names; null when it names nothing.</param>
/// <param name="Description">For the schema's readers.</param>
internal sealed record CountField(string Name, string Path, StoredKind Kind, LinkTarget? Target, string? Description);

/// <summary>
/// Counts of a type's items by their values: <c>measureCounts(by: [state, responsibleParties])</c>. One instance a schema.
/// </summary>
internal sealed class CountTypes
{
    private const int MaxKeys = 3;
    private const string KeyType = "CountKey";
    private const string GroupType = "CountGroup";

    private readonly ContentApiOptions _options;
    private readonly ObjectType _group;

    public CountTypes(ContentApiOptions options, InterfaceType contentItem)
    {
        _options = options;
        var key = new ObjectType(
            KeyType,
            () =>
                [
                    FieldDefinition.Of("field", ScalarType.String.NonNull(), "What is counted by.", (CountKeyNode node) => node.Field.Name),
                    FieldDefinition.Of(
                        "value",
                        ScalarType.String,
                        "The value that they share, as text; null of those without one.",
                        (CountKeyNode node) => Write(node.Field, node.Value)
                    ),
                    new("contentItem", contentItem) { Description = "The item or term that the value names.", Resolver = ItemsAsync },
                ]
        )
        {
            Description = "A value that items are counted by.",
        };
        _group = new ObjectType(
            GroupType,
            () =>
                [
                    FieldDefinition.Of(
                        "count",
                        ScalarType.Int.NonNull(),
                        "How many items share the values.",
                        (CountGroupNode node) => node.Group.Count
                    ),
                    new("keys", key.NonNull().List().NonNull())
                    {
                        Description = "One for each of the fields.",
                        PageSize = _ => MaxKeys,
                        Resolver = Keys(key),
                    },
                ]
        )
        {
            Description = "Items that share their values. An item with several values in one field counts once for each.",
        };
    }

    /// <summary>The names of the types that counts of every content type share.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [KeyType, GroupType];

    public FieldDefinition Define(ItemShape shape) =>
        new($"{ApiNames.Camel(shape.Type.Name)}Counts", _group.NonNull().List())
        {
            Description = "How many there are by the values of fields, the most frequent first; null beside an error.",
            Arguments =
            [
                new("by", shape.CountBy.NonNull().List().NonNull()) { Description = $"Up to {MaxKeys} fields." },
                .. ListArguments.Of(shape).Where(argument => argument.Name != "orderBy"),
            ],
            CostWeight = Costs.Scan,
            PageSize = Paging.SizeOf,
            Resolver = Resolve.Root(
                async (batch, cancellationToken) =>
                {
                    var request = ApiRequest.Of(batch);
                    CountField[] fields =
                    [
                        .. (batch.Arguments.Get<object?[]>("by") ?? []).OfType<CountField>().DistinctBy(field => field.Name),
                    ];
                    if (fields.Length is 0 or > MaxKeys)
                    {
                        throw Refusal.Of("count.fields", $"\"by\" names from 1 to {MaxKeys} fields.");
                    }

                    var paging = Paging.Of(batch.Arguments, _options);
                    var query = ListArguments.QueryOf(shape, batch, _options) with { Order = [], Skip = paging.Skip, Take = paging.First };
                    var groups = await request.CountAsync(query, [.. fields.Select(field => field.Path)], cancellationToken);
                    return groups.Select(group => new CountGroupNode(group, fields)).ToArray();
                }
            ),
        };

    /// <summary>What a type's items can be counted by: the envelope, and every value of parts and fields.</summary>
    public static EnumType FieldsOf(string typeName, IReadOnlyList<SurfacedPart> parts, Descriptions descriptions)
    {
        IEnumerable<CountField> fields =
        [
            Envelope("displayText", ContentPaths.DisplayText, StoredKind.Text),
            Envelope("owner", ContentPaths.Owner, StoredKind.Text),
            Envelope("author", ContentPaths.Author, StoredKind.Text),
            Envelope("createdUtc", ContentPaths.CreatedUtc, StoredKind.DateTime),
            Envelope("modifiedUtc", ContentPaths.ModifiedUtc, StoredKind.DateTime),
            Envelope("publishedUtc", ContentPaths.PublishedUtc, StoredKind.DateTime),
            .. parts.SelectMany(part => FieldsOf(part, descriptions)),
        ];
        return new EnumType(
            $"{typeName}CountBy",
            [
                .. fields
                    .DistinctBy(field => field.Name)
                    .Select(field => new EnumValueDefinition(field.Name) { Value = field, Description = field.Description }),
            ]
        )
        {
            Description = $"What {typeName} can be counted by.",
        };
    }

    private static CountField Envelope(string name, string path, StoredKind kind) => new(name, path, kind, null, StockTexts.Find(name));

    private static IEnumerable<CountField> FieldsOf(SurfacedPart part, Descriptions descriptions)
    {
        var prefix = part.IsCollapsed ? "" : $"{part.FieldName}_";
        foreach (var property in (part.Model.Kind?.Properties ?? []).Where(property => property.ValueKind is not null))
        {
            var name = ApiNames.Camel(property.Name);
            yield return new(
                prefix + name,
                $"{part.Model.Name}.{property.Name}",
                property.Kind,
                null,
                StockTexts.Find($"{part.Model.Definition.PartName}.{name}")
            );
        }

        foreach (var field in part.Fields)
        {
            var path = $"{field.Model.Part.Name}.{field.Model.Name}";
            var description = descriptions.Of(field.Model);
            foreach (var property in field.Kind.Properties.Where(property => property.ValueKind is not null))
            {
                yield return property == field.Kind.Main
                    ? new(prefix + field.FieldName, path, property.Kind, PickerField.FindTarget(field), description)
                    : new(
                        $"{prefix}{field.FieldName}_{ApiNames.Camel(property.Name)}",
                        $"{path}.{property.Name}",
                        property.Kind,
                        null,
                        $"By {ApiNames.Camel(property.Name)}. {description}"
                    );
            }
        }
    }

    /// <summary>The keys; and what they name is expected, so that it is read at once.</summary>
    private static FieldResolver Keys(ObjectType key) =>
        (batch, _) =>
        {
            var items = batch.Projection.FieldsOf(key).Any(field => field.Definition.Name == "contentItem")
                ? ApiRequest.Of(batch).Items
                : null;
            for (var row = 0; row < batch.Count; row++)
            {
                var node = batch.GetParent<CountGroupNode>(row);
                CountKeyNode[] keys = [.. node.Fields.Select((field, index) => new CountKeyNode(field, node.Group.Values[index]))];
                items?.Expect(VersionState.Published, keys.Select(WhereToLook).OfType<string>());
                batch.Set(row, keys);
            }

            return default;
        };

    private static async ValueTask ItemsAsync(FieldBatch batch, CancellationToken cancellationToken)
    {
        var items = ApiRequest.Of(batch).Items;
        await items.LoadAsync(VersionState.Published, cancellationToken);
        for (var row = 0; row < batch.Count; row++)
        {
            var key = batch.GetParent<CountKeyNode>(row);
            if (WhereToLook(key) is { } id && key.Value is { } value)
            {
                batch.Set(
                    row,
                    key.Field.Target is LinkTarget.Terms
                        ? items.TermsOf(id).GetValueOrDefault(new ContentItemId(value.AsText()))
                        : items.Find(VersionState.Published, id).FirstOrDefault()
                );
            }
        }
    }

    // The item itself, or the taxonomy that the term lies in.
    private static string? WhereToLook(CountKeyNode key) =>
        key switch
        {
            { Value: { } value, Field.Target: LinkTarget.Items } => value.AsText(),
            { Value: not null, Field.Target: LinkTarget.Terms { TaxonomyId: { } taxonomy } } => taxonomy.Value,
            _ => null,
        };

    private static string? Write(CountField field, ContentValue? value) =>
        value switch
        {
            null => null,
            { Kind: ContentValueKind.DateTime } at when field.Kind == StoredKind.Date => at.AsDateTime()
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            { Kind: ContentValueKind.DateTime } at => ContentItemJson.WriteInstant(at.AsDateTime()),
            { Kind: ContentValueKind.Boolean } flag => flag.AsBoolean() ? "true" : "false",
            { Kind: ContentValueKind.Time } time => time.AsTime().ToString("c", CultureInfo.InvariantCulture),
            { } other => other.ToString(),
        };
}

/// <summary>Items that share values.</summary>
internal sealed record CountGroupNode(ContentGroup Group, IReadOnlyList<CountField> Fields);

/// <summary>One of the values that they share.</summary>
internal sealed record CountKeyNode(CountField Field, ContentValue? Value);
