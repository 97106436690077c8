using System.Collections.Immutable;
using System.Text.Json;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Schema;

/// <summary>The scalars beside GraphQL's own. As results they are text or numbers in the contract's form already.</summary>
internal static class ApiScalars
{
    private const string Specification = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

    public static ScalarType Date { get; } =
        new TextScalar<DateTimeOffset>("Date", IsoTime.TryReadDay)
        {
            Description = "A day in ISO 8601, such as \"2026-03-01\".",
            SpecifiedByUrl = Specification,
            Expected = IsoTime.ExpectedDay,
        };

    public static ScalarType DateTime { get; } =
        new TextScalar<DateTimeOffset>("DateTime", IsoTime.TryReadInstant)
        {
            Description =
                "A point in time in ISO 8601, such as \"2026-03-01T08:00:00Z\"; UTC where it says no offset, midnight where it says no "
                + "time.",
            SpecifiedByUrl = Specification,
            Expected = IsoTime.ExpectedInstant,
        };

    public static ScalarType TimeSpan { get; } =
        new TextScalar<TimeSpan>("TimeSpan", IsoTime.TryReadTime)
        {
            Description = "A time of day in ISO 8601, such as \"08:30:00\"; with days before it, \"1.08:30:00\", a length of time.",
            SpecifiedByUrl = Specification,
            Expected = IsoTime.ExpectedTime,
        };

    public static ScalarType Decimal { get; } = new DecimalScalar();

    public static ScalarType Long { get; } = new ScalarType("Long") { Description = "A 64-bit integer." };

    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarType> All { get; } = [Date, DateTime, TimeSpan, Decimal, Long];

    private delegate bool TextReader<T>(string text, out T value);

    /// <summary>Written as text; a <typeparamref name="T"/> to resolvers.</summary>
    private sealed class TextScalar<T>(string name, TextReader<T> read) : ScalarType(name)
        where T : struct
    {
        public override bool TryParseValue(JsonElement input, out object? value) =>
            TryRead(input.ValueKind == JsonValueKind.String ? input.GetString() : null, out value);

        public override bool TryParseLiteral(ValueNode literal, out object? value) =>
            TryRead((literal as StringValueNode)?.Value, out value);

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
            : base("Decimal")
        {
            Description = "A decimal number, exact.";
            Expected = ExactDecimal.Expected;
        }

        public override bool TryParseValue(JsonElement input, out object? value) =>
            TryRead(input.ValueKind == JsonValueKind.Number ? input.GetRawText() : "", out value);

        public override bool TryParseLiteral(ValueNode literal, out object? value) =>
            TryRead(
                literal switch
                {
                    IntValueNode integer => integer.Value,
                    FloatValueNode number => number.Value,
                    _ => "",
                },
                out value
            );

        private static bool TryRead(string digits, out object? value)
        {
            var isRead = ExactDecimal.TryRead(digits, out var number);
            value = isRead ? number : null;
            return isRead;
        }
    }
}
