using System.Globalization;
using System.Text.Json;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schemas;

/// <summary>The scalars beside GraphQL's own. As results they are text or numbers in the contract's form already.</summary>
internal static class ApiScalars
{
    public static ScalarType Date { get; } = new TextScalar<DateTimeOffset>("Date", TryReadInstant)
    {
        Description = "A day, such as \"2026-03-01\".",
    };

    public static ScalarType DateTime { get; } = new TextScalar<DateTimeOffset>("DateTime", TryReadInstant)
    {
        Description = "A point in time in ISO 8601, such as \"2026-03-01T08:00:00Z\"; UTC where it says no zone.",
    };

    public static ScalarType TimeSpan { get; } = new TextScalar<TimeSpan>("TimeSpan", TryReadTime)
    {
        Description = "A time of day or a length of time, such as \"08:30:00\".",
    };

    public static ScalarType Decimal { get; } = new DecimalScalar();

    public static ScalarType Long { get; } = new ScalarType("Long") { Description = "A 64-bit integer." };

    private delegate bool TextReader<T>(string text, out T value);

    private static bool TryReadInstant(string text, out DateTimeOffset value) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);

    private static bool TryReadTime(string text, out TimeSpan value) => System.TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    /// <summary>Written as text; a <typeparamref name="T"/> to resolvers.</summary>
    private sealed class TextScalar<T>(string name, TextReader<T> read) : ScalarType(name)
        where T : struct
    {
        public override bool TryParseValue(JsonElement input, out object? value) =>
            TryRead(input.ValueKind == JsonValueKind.String ? input.GetString() : null, out value);

        public override bool TryParseLiteral(ValueNode literal, out object? value) => TryRead((literal as StringValueNode)?.Value, out value);

        private bool TryRead(string? text, out object? value)
        {
            var isRead = read(text ?? "", out var found);
            value = isRead ? found : null;
            return isRead;
        }
    }

    private sealed class DecimalScalar : ScalarType
    {
        public DecimalScalar()
            : base("Decimal") => Description = "A decimal number.";

        public override bool TryParseValue(JsonElement input, out object? value) =>
            TryRead(input.ValueKind == JsonValueKind.Number ? input.GetRawText() : "", out value);

        public override bool TryParseLiteral(ValueNode literal, out object? value) => TryRead(
            literal switch
            {
                IntValueNode integer => integer.Value,
                FloatValueNode number => number.Value,
                _ => "",
            },
            out value);

        private static bool TryRead(string digits, out object? value)
        {
            var isRead = decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
            value = isRead ? number : null;
            return isRead;
        }
    }
}
