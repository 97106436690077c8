using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Mutations;

/// <summary>Leaves of content: their types as input, and their way into the stored form.</summary>
internal static class InputValues
{
    /// <summary>The input type of what is stored so; null when it is nothing that an input can say.</summary>
    public static GraphQLType? TypeOf(StoredProperty property) =>
        property.Kind switch
        {
            StoredKind.Text => TextOf(property),
            StoredKind.TextList => TextOf(property).NonNull().List(),
            StoredKind.Boolean => ScalarType.Boolean,
            StoredKind.Number => ApiScalars.Decimal,
            StoredKind.Date => ApiScalars.Date,
            StoredKind.DateTime => ApiScalars.DateTime,
            StoredKind.Time => ApiScalars.TimeSpan,
            _ => null,
        };

    private static ScalarType TextOf(StoredProperty property) => ApiNames.IsId(property) ? ScalarType.Id : ScalarType.String;

    /// <summary>A coerced leaf, or a list of texts, as JSON.</summary>
    /// <exception cref="GraphQLException">A text holds what no text holds.</exception>
    public static JsonNode? ToJson(object value) =>
        value switch
        {
            string text => JsonValue.Create(Checked(text)),
            bool boolean => JsonValue.Create(boolean),
            decimal number => JsonValue.Create(number),
            DateTimeOffset instant => JsonValue.Create(ContentItemJson.WriteInstant(instant)),
            TimeSpan time => JsonValue.Create(time.ToString("c", CultureInfo.InvariantCulture)),
            object?[] list => new JsonArray([.. list.OfType<string>().Select(text => JsonValue.Create(Checked(text)))]),
            _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
        };

    /// <summary>The text itself.</summary>
    /// <exception cref="GraphQLException">It holds U+0000, which no database keeps.</exception>
    public static string Checked(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? throw Refusal.Of("content.invalid-shape", "A text may not hold the character U+0000.")
            : text;
}
