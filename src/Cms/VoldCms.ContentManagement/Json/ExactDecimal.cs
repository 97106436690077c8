using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Json;

/// <summary>Decimal numbers from text, without losing a digit: what a <see cref="decimal"/> cannot hold is none.</summary>
public static partial class ExactDecimal
{
    /// <summary>What a number is, for errors.</summary>
    public const string Expected =
        "a number from -79228162514264337593543950335 to 79228162514264337593543950335 of at most 28 digits, "
        + "so many of them behind the point";

    // So many digits fit whatever they are.
    private const int MaximumDigits = 28;

    /// <summary>Reads a number that has been taken for one by a reader of JSON.</summary>
    /// <param name="json">As it is written there, in UTF-8.</param>
    /// <param name="number">The number; 0 when it is none.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, out decimal number) =>
        (
            json.Length <= MaximumDigits
            && decimal.TryParse(
                json,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number
            )
        ) || TryRead(Encoding.UTF8.GetString(json), out number);

    /// <summary>Reads a number as JSON and GraphQL write it: digits, a point, an exponent.</summary>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        return Number().Match(text) is { Success: true } match
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && Digits(match) == Digits(Number().Match(number.ToString(CultureInfo.InvariantCulture)));
    }

    // The digits that count, and the power of ten of the last: alike for two texts of one number.
    private static (string Digits, long Exponent) Digits(Match match)
    {
        var fraction = match.Groups["fraction"].Value;
        var all = (match.Groups["whole"].Value + fraction).TrimStart('0');
        var digits = all.TrimEnd('0');
        if (digits.Length == 0)
        {
            return ("", 0);
        }

        // No exponent of more digits belongs to a decimal.
        var isGiven = long.TryParse(
            match.Groups["exponent"].ValueSpan,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var read
        );
        var exponent = isGiven ? read : 0;
        return (digits, exponent - fraction.Length + (all.Length - digits.Length));
    }

    [GeneratedRegex(
        @"\A[+-]?(?<whole>[0-9]+)?(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]{1,9}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Number();
}
