using System.Text.Json.Nodes;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentApi.Rest;

/// <summary>The description of the REST half of the API (OpenAPI 3.1), made of the same definitions as the schema of GraphQL.</summary>
internal static class OpenApiDocument
{
    private const string JsonType = "application/json";

    public static JsonObject Build(ApiSchema schema, ComputationCatalog computations)
    {
        var types = schema
            .Configuration.Model.Types.Where(type => ApiNames.IsName(type.Name))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToList();
        var components = new OpenApiSchemas(types);
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = $"{schema.Configuration.Settings.SiteName} content API".Trim(),
                ["version"] = "1.0",
                ["description"] =
                    "Content items as JSON. Reading takes AccessContentApi and to view, a named query ExecuteApiAll or its own permission; "
                    + "writing takes the permissions about content.",
            },
            // Relative to this document, whatever the site's address.
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "." }),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["apiKey"] = new JsonArray() }),
            ["paths"] = new JsonObject([
                .. Items(schema, types),
                .. computations
                    .QueriesOf(schema.Configuration.Model)
                    .Select(query => KeyValuePair.Create($"/queries/{query.Name}", (JsonNode?)OpenApiQueries.Path(query, schema.Options))),
            ]),
            ["components"] = new JsonObject
            {
                ["schemas"] = components.All(),
                ["responses"] = new JsonObject { ["Problem"] = Problem() },
                ["securitySchemes"] = new JsonObject
                {
                    ["apiKey"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] = "A key of the site: voldcms_…",
                    },
                },
            },
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Items(ApiSchema schema, List<TypeModel> types) =>
        [
            new(
                "/content",
                new JsonObject
                {
                    ["get"] = List(
                        types.Select(type => type.Name).Where(name => schema.FindShape(name) is { StandsAlone: true }),
                        schema.Options
                    ),
                    ["post"] = Write(),
                }
            ),
            new(
                "/content/{contentItemId}",
                new JsonObject
                {
                    ["parameters"] = new JsonArray(Id()),
                    ["get"] = Read(),
                    ["delete"] = Remove(),
                }
            ),
        ];

    private static JsonObject List(IEnumerable<string> types, ContentApiOptions options) =>
        new()
        {
            ["operationId"] = "listContent",
            ["summary"] = "A page of the items of one type",
            ["parameters"] = new JsonArray(
                Query(
                    "type",
                    "The content type.",
                    new() { ["type"] = "string", ["enum"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]) },
                    isRequired: true
                ),
                Query(
                    "sort",
                    "Fields in order of weight, parted by commas; - in front for the largest first. The newest come first without it.",
                    Text("-publishedUtc,displayText")
                ),
                First(options),
                Skip(),
                Query(
                    "status",
                    "Which versions; all but published take the permission to preview or edit.",
                    OneOf("published", "draft", "latest", "all")
                ),
                Query("culture", "One answer of each localization set, in this language or along its fallbacks.", Text("nn")),
                Query("fallback", "What answers when the language has nothing.", OneOf("chain", "none")),
                Query("count", "Whether to count all that match.", new() { ["type"] = "boolean", ["default"] = false }),
                new JsonObject
                {
                    ["name"] = "filter",
                    ["in"] = "query",
                    ["description"] =
                        "Every other parameter is a filter, under the name that it has in `where` of GraphQL, with a dot where it lies in "
                        + "an object: displayText_contains=barn, localization.culture=nb.",
                    ["style"] = "form",
                    ["explode"] = true,
                    ["schema"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = new JsonObject { ["type"] = "string" },
                    },
                }
            ),
            ["responses"] = Responses(200, "The page.", OpenApiSchemas.Reference("ContentPage"), 400, 401, 403),
        };

    private static JsonObject Write() =>
        new()
        {
            ["operationId"] = "writeContent",
            ["summary"] = "A new item, or a change of a stored one: objects merge, lists are replaced",
            ["parameters"] = new JsonArray(
                Query("draft", "Whether to leave what is public as it is.", new() { ["type"] = "boolean", ["default"] = false }),
                IfMatch()
            ),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(OpenApiSchemas.Reference(OpenApiSchemas.AnyItem)),
            },
            ["responses"] = Responses(
                200,
                "The stored item.",
                OpenApiSchemas.Reference(OpenApiSchemas.AnyItem),
                400,
                401,
                403,
                404,
                412,
                413,
                415
            ),
        };

    private static JsonObject Read() =>
        new()
        {
            ["operationId"] = "readContent",
            ["summary"] = "The published version",
            ["responses"] = Responses(
                200,
                "The item, without what the reader may not see.",
                OpenApiSchemas.Reference(OpenApiSchemas.AnyItem),
                401,
                403,
                404
            ),
        };

    private static JsonObject Remove() =>
        new()
        {
            ["operationId"] = "removeContent",
            ["summary"] = "Removes the item; its versions stay in its history",
            ["parameters"] = new JsonArray(IfMatch()),
            ["responses"] = Responses(200, "The item as it was.", OpenApiSchemas.Reference(OpenApiSchemas.AnyItem), 401, 403, 404, 412),
        };

    /// <summary>How large a page is.</summary>
    public static JsonObject First(ContentApiOptions options) =>
        Query(
            "first",
            "How many at most.",
            new()
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["maximum"] = options.MaxNumberOfResults,
                ["default"] = options.DefaultNumberOfResults,
            }
        );

    /// <summary>Where it begins.</summary>
    public static JsonObject Skip() =>
        Query(
            "skip",
            "How many to pass over.",
            new()
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["default"] = 0,
            }
        );

    /// <summary>What an operation answers with: that schema, or a problem of those statuses.</summary>
    public static JsonObject Responses(int status, string description, JsonObject schema, params ReadOnlySpan<int> problems)
    {
        var responses = new JsonObject
        {
            [$"{status}"] = new JsonObject { ["description"] = description, ["content"] = Content(schema) },
        };
        foreach (var problem in problems)
        {
            responses[$"{problem}"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        }

        return responses;
    }

    private static JsonObject Problem() =>
        new()
        {
            ["description"] = "What was wrong (RFC 9457); programs may switch on its type.",
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject { ["schema"] = OpenApiSchemas.Reference("Problem") },
            },
        };

    /// <summary>A body of JSON.</summary>
    public static JsonObject Content(JsonObject schema) => new() { [JsonType] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Id() =>
        new()
        {
            ["name"] = "contentItemId",
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonObject IfMatch() =>
        new()
        {
            ["name"] = "If-Match",
            ["in"] = "header",
            ["description"] = "The ETag that was read: refused with 412 when there is a newer version.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonObject Query(string name, string description, JsonObject schema, bool isRequired = false) =>
        new()
        {
            ["name"] = name,
            ["in"] = "query",
            ["required"] = isRequired,
            ["description"] = description,
            ["schema"] = schema,
        };

    private static JsonObject Text(string example) => new() { ["type"] = "string", ["examples"] = new JsonArray(example) };

    private static JsonObject OneOf(params ReadOnlySpan<string> values)
    {
        var names = new JsonArray();
        foreach (var value in values)
        {
            names.Add(value);
        }

        return new()
        {
            ["type"] = "string",
            ["enum"] = names,
            ["default"] = values[0],
        };
    }
}
