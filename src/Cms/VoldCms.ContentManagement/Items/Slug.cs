using System.Globalization;
using System.Text;

namespace VoldCms.ContentManagement.Items;

/// <summary>Makes the last segment of an address out of words.</summary>
public static class Slug
{
    private const int MaximumLength = 1000;

    /// <summary>
    /// Lower case; æ becomes ae, ø o, å a, other accents are dropped; letters and digits stay, every other run becomes one dash.
    /// Empty when nothing is left.
    /// </summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant()
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "o", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == MaximumLength)
            {
                break;
            }
        }

        return slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }
}
