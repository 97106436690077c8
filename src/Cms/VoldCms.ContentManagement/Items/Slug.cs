using System.Globalization;
using System.Text;

namespace VoldCms.ContentManagement.Items;

/// <summary>Makes the last segment of an address out of words.</summary>
public static class Slug
{
    private const int MaximumLength = 1000;

    // A path is a little more than its last segment.
    private const int MaximumBytes = ContentPath.MaximumBytes - 200;

    /// <summary>
    /// Lower case; æ becomes ae, ø o, å a, ß ss, đ d and so on, other accents are dropped, and letters in another dress (ﬁ, full width, ²)
    /// are written plainly; letters and digits of any script stay, every other run becomes one dash. Empty when nothing is left.
    /// </summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, MaximumLength));
        var bytes = 0;
        foreach (var rune in WithoutHalves(text).Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (slug.Length >= MaximumLength || bytes > MaximumBytes)
            {
                break;
            }

            if (Plain(rune) is { } plain)
            {
                slug.Append(plain);
                bytes += Encoding.UTF8.GetByteCount(plain);
            }
            else if (
                Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                && slug.Length > 0
                && slug[^1] != '-'
            )
            {
                slug.Append('-');
                bytes++;
            }
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }

    // Letters with a stroke and ligatures have no decomposition of their own in Unicode.
    private static string? Plain(Rune rune) =>
        rune.Value switch
        {
            'æ' => "ae",
            'ø' => "o",
            'œ' => "oe",
            'ß' => "ss",
            'þ' => "th",
            'đ' or 'ð' or 'ɖ' => "d",
            'ħ' => "h",
            'ı' or 'ɨ' => "i",
            'ĸ' => "k",
            'ł' or 'ƚ' => "l",
            'ŋ' or 'ŉ' => "n",
            'ŧ' => "t",
            'ƀ' => "b",
            'ǥ' => "g",
            'ɵ' => "o",
            'ʉ' => "u",
            'ƶ' => "z",
            _ => Rune.IsLetterOrDigit(rune) ? rune.ToString() : null,
        };

    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
