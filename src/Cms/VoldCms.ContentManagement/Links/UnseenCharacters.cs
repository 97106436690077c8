using System.Buffers;
using System.Globalization;
using System.Text;

namespace VoldCms.ContentManagement.Links;

/// <summary>Characters of an address that nobody sees, or that make it read as another one. A plain space is none of them.</summary>
internal static class UnseenCharacters
{
    // Fillers of Hangul and the blank of braille are letters and symbols by their category, and nobody sees them.
    private static readonly SearchValues<char> s_unseen = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0");

    /// <summary>A control, a mark of direction or format, any space but the plain one, a filler, or no character at all.</summary>
    public static bool Contains(Rune rune) =>
        (
            rune.Value != ' '
            && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.Surrogate
        ) || (rune.IsBmp && s_unseen.Contains((char)rune.Value));
}
