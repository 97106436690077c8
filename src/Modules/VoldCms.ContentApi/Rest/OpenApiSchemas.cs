using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentApi.Rest;

/// <summary>JSON Schemas of the items: one a content type and one a kind of field.</summary>
internal sealed class OpenApiSchemas(IReadOnlyList<TypeModel> types)
{
    /// <summary>The schema of an item of whatever type.</summary>
    public const string AnyItem = "ContentItem";

    private static readonly string[] s_texts = ["ContentItemId", "ContentItemVersionId", "DisplayText", "Owner", "Author"];

    private static readonly string[] s_flags = ["Latest", "Published"];

    private static readonly string[] s_times = ["ModifiedUtc", "PublishedUtc", "CreatedUtc"];

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public JsonObject All()
    {
        var schemas = new JsonObject
        {
            [AnyItem] = Item(),
            ["ContentPage"] = Page(),
            ["Problem"] = Problem(),
        };
        foreach (var type in types)
        {
            schemas[NameOf(type)] = TypeOf(type);
        }

        foreach (var kind in FieldKind.Stock.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal))
        {
            schemas[NameOf(kind)] = Object(kind.Properties.Select(property => (property.Name, PropertyOf(property))));
        }

        return schemas;
    }

    /// <summary>The schema of an item of that type.</summary>
    public static JsonObject OfType(string contentType) => Reference($"Type.{contentType}");

    private static string NameOf(TypeModel type) => $"Type.{type.Name}";

    private static string NameOf(FieldKind kind) => $"Field.{kind.Name}";

    private static JsonObject Item()
    {
        var properties = s_texts
            .Select(name => (name, Nullable("string")))
            .Concat(s_times.Select(name => (name, Instant())))
            .Concat(s_flags.Select(name => (name, new JsonObject { ["type"] = "boolean" })))
            .Append(("ContentType", new JsonObject { ["type"] = "string" }));
        var item = Object(properties);
        item["required"] = new JsonArray("ContentType");
        return item;
    }

    /// <summary>The envelope, and the parts at the root beside it.</summary>
    private static JsonObject TypeOf(TypeModel type) =>
        new()
        {
            ["description"] = type.Definition.DisplayName,
            ["allOf"] = new JsonArray(
                Reference(AnyItem),
                Object([
                    ("ContentType", new JsonObject { ["const"] = type.Name }),
                    .. type.Parts.Where(part => part.IsKnown).DistinctBy(part => part.Name).Select(part => (part.Name, PartOf(part))),
                ])
            ),
        };

    private static JsonObject PartOf(PartModel part) =>
        Object(
            (part.Kind?.Properties ?? [])
                .Select(property => (property.Name, PropertyOf(property)))
                .Concat(part.Fields.Where(field => field.Kind is not null).Select(field => (field.Name, Reference(NameOf(field.Kind!)))))
                .DistinctBy(member => member.Item1)
        );

    private static JsonObject PropertyOf(StoredProperty property) =>
        property.Kind switch
        {
            StoredKind.Text => Nullable("string"),
            StoredKind.TextList => new() { ["type"] = new JsonArray("array", "null"), ["items"] = Nullable("string") },
            StoredKind.Boolean => Nullable("boolean"),
            StoredKind.Number => Nullable("number"),
            StoredKind.Date or StoredKind.DateTime => Instant(),
            StoredKind.Time => Nullable("string"),
            StoredKind.ContentItems => new() { ["type"] = new JsonArray("array", "null"), ["items"] = Reference(AnyItem) },
            _ => [],
        };

    private JsonObject Page() =>
        Object([
            (
                "items",
                new()
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["anyOf"] = new JsonArray([.. types.Select(type => Reference(NameOf(type))), Reference(AnyItem)]),
                    },
                }
            ),
            ("totalCount", new() { ["type"] = "integer", ["description"] = "All that match; only when asked for." }),
            ("next", Nullable("string")),
        ]);

    private static JsonObject Problem() =>
        Object([
            ("type", new() { ["type"] = "string" }),
            ("title", new() { ["type"] = "string" }),
            ("status", new() { ["type"] = "integer" }),
            ("detail", new() { ["type"] = "string" }),
            (
                "errors",
                new()
                {
                    ["type"] = "object",
                    ["description"] = "Every fault by its path in what was given.",
                    ["additionalProperties"] = new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = new JsonObject { ["type"] = "string" },
                    },
                }
            ),
        ]);

    private static JsonObject Instant()
    {
        var instant = Nullable("string");
        instant["format"] = "date-time";
        return instant;
    }

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject Object(IEnumerable<(string Name, JsonObject Schema)> members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
        }

        return new() { ["type"] = "object", ["properties"] = properties };
    }
}
