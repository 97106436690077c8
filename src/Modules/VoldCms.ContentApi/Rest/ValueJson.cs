using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentApi.Rest;

/// <summary>Computed values as JSON: items as they are stored, members under their own names.</summary>
internal static class ValueJson
{
    /// <summary>The value as a list: what is one is a list of one, and null a list of none.</summary>
    public static IReadOnlyList<object> Elements(ValueShape shape, object? value) =>
        (shape, value) switch
        {
            (_, null) => [],
            (ValueShape.Items or ValueShape.ListOf, IEnumerable<object> many) => [.. many],
            _ => [value],
        };

    /// <summary>One of the <see cref="Elements"/> of a value of that shape.</summary>
    public static JsonNode? WriteElement(ValueShape shape, object element) =>
        shape switch
        {
            ValueShape.Items => ContentItemJson.Write((ContentItem)element),
            ValueShape.ListOf list => Write(list.Element, element),
            _ => Write(shape, element),
        };

    private static JsonNode? Write(ValueShape shape, object? value) =>
        (shape, value) switch
        {
            (_, null) => null,
            (ValueShape.Items or ValueShape.ListOf, _) => new JsonArray([
                .. Elements(shape, value).Select(element => WriteElement(shape, element)),
            ]),
            (ValueShape.ObjectOf known, _) => new JsonObject(
                known.Members.Select(member => KeyValuePair.Create(member.Name, Write(member.Shape, member.Read(value))))
            ),
            (_, DateTimeOffset at) => JsonValue.Create(ContentItemJson.WriteInstant(at)),
            _ => JsonValue.Create(value),
        };
}
