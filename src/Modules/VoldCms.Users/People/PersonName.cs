using System.Globalization;
using System.Text;

namespace VoldCms.Users.People;

/// <summary>What a person may be called: short, and nothing in it that cannot be seen and makes it look like another.</summary>
internal static class PersonName
{
    /// <summary>The most characters, in UTF-16 units.</summary>
    public const int MaximumLength = 200;

    /// <summary>What a name is, for errors.</summary>
    public static readonly string Expected = $"expected at most {MaximumLength} characters, and none that cannot be seen";

    /// <summary>Whether it may be taken; nothing may.</summary>
    public static bool IsAllowed(string name) => name.Length <= MaximumLength && name.EnumerateRunes().All(IsSeen);

    // Half a character is enumerated as U+FFFD.
    private static bool IsSeen(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
