using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Computing;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// The named queries in the OpenAPI document: each has a path of its own, so that its parameters and its answer have schemas.
/// </summary>
internal static class OpenApiQueries
{
    public static JsonObject Path(NamedQueryDefinition query, ContentApiOptions options) =>
        new()
        {
            ["get"] = Operation(
                query,
                options,
                "get",
                new()
                {
                    ["name"] = "parameters",
                    ["in"] = "query",
                    ["required"] = query.Parameters.Any(parameter => parameter.IsRequired),
                    ["description"] = "What the query is told, as JSON.",
                    ["content"] = OpenApiDocument.Content(Parameters(query)),
                }
            ),
            ["post"] = Operation(query, options, "post", parameters: null),
        };

    private static JsonObject Operation(NamedQueryDefinition query, ContentApiOptions options, string method, JsonObject? parameters)
    {
        var operation = new JsonObject
        {
            ["operationId"] = $"{method}{query.Name}",
            ["summary"] = query.Description,
            ["description"] = $"Needs the permission ExecuteApiAll or {query.Permission.Name}; without it the query is not found.",
            ["parameters"] = parameters is null
                ? new JsonArray(OpenApiDocument.First(options), OpenApiDocument.Skip())
                : new JsonArray(parameters, OpenApiDocument.First(options), OpenApiDocument.Skip()),
        };
        if (parameters is null)
        {
            operation["requestBody"] = new JsonObject { ["content"] = OpenApiDocument.Content(Parameters(query)) };
        }

        operation["responses"] = OpenApiDocument.Responses(200, "A page of the answer.", Answer(query.Shape), 400, 401, 403, 404, 413);
        return operation;
    }

    private static JsonObject Parameters(NamedQueryDefinition query)
    {
        var properties = new JsonObject();
        foreach (var parameter in query.Parameters)
        {
            var schema = Scalar(parameter.Kind);
            schema["description"] = parameter.Description;
            properties[parameter.Name] = schema;
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([
                .. query.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => JsonValue.Create(parameter.Name)),
            ]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Answer(ValueShape shape) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["items"] = List(
                    shape switch
                    {
                        ValueShape.Items items => OpenApiSchemas.OfType(items.ContentType),
                        ValueShape.ListOf list => Schema(list.Element),
                        _ => Schema(shape),
                    }
                ),
                ["next"] = new JsonObject { ["type"] = new JsonArray("string", "null") },
            },
        };

    private static JsonObject Schema(ValueShape shape) =>
        shape switch
        {
            ValueShape.Scalar scalar => Scalar(scalar.Kind),
            ValueShape.ListOf list => List(Schema(list.Element)),
            ValueShape.Items items => List(OpenApiSchemas.OfType(items.ContentType)),
            ValueShape.ObjectOf known => Object(known),
            _ => throw new System.Diagnostics.UnreachableException(shape.GetType().Name),
        };

    private static JsonObject Object(ValueShape.ObjectOf shape)
    {
        var properties = new JsonObject();
        foreach (var member in shape.Members)
        {
            properties[member.Name] = Schema(member.Shape);
        }

        return new()
        {
            ["type"] = new JsonArray("object", "null"),
            ["description"] = shape.Description,
            ["properties"] = properties,
        };
    }

    private static JsonObject List(JsonObject element) => new() { ["type"] = new JsonArray("array", "null"), ["items"] = element };

    private static JsonObject Scalar(ScalarKind kind)
    {
        var schema = new JsonObject
        {
            ["type"] = new JsonArray(
                kind switch
                {
                    ScalarKind.Text or ScalarKind.Id or ScalarKind.DateTime => "string",
                    ScalarKind.WholeNumber => "integer",
                    ScalarKind.Number => "number",
                    ScalarKind.Boolean => "boolean",
                    _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
                },
                "null"
            ),
        };
        if (kind == ScalarKind.DateTime)
        {
            schema["format"] = "date-time";
        }

        return schema;
    }
}
