using System.Text;
using VoldCms.ContentManagement.Links;

namespace VoldCms.ContentManagement.Items;

/// <summary>What an item's path may be, and the one spelling of it that is stored and compared.</summary>
public static class ContentPath
{
    /// <summary>Orchard Core's limit, in characters.</summary>
    public const int MaximumLength = 1024;

    /// <summary>
    /// In UTF-8: three times as many characters in an address, and more than an index of PostgreSQL takes in one entry would be lost.
    /// </summary>
    public const int MaximumBytes = 2048;

    // Orchard Core's list.
    private static readonly System.Buffers.SearchValues<char> s_forbidden = System.Buffers.SearchValues.Create(":?#[]@!$&'()*+,.;=<>\\|% ");

    /// <summary>The spelling that is stored: composed letters (NFC), whatever the keyboard or file gave.</summary>
    public static string Normalize(string path) => IsWellFormed(path) ? path.Normalize(NormalizationForm.FormC) : path;

    /// <summary>The form that paths are compared in.</summary>
    public static string Fold(string path) => Normalize(path).ToLowerInvariant();

    /// <summary>
    /// What to look for when asked for a path: its folded form, and the one given, for what was stored before paths were composed.
    /// </summary>
    public static IEnumerable<string> Spellings(string path) =>
        new[] { Fold(path), path.ToLowerInvariant() }.Distinct(StringComparer.Ordinal);

    /// <summary>Whether two spellings are one path.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && other is not null && Fold(one) == Fold(other);

    /// <summary>Why nobody could come to the path, whatever the site; null when it is well-formed.</summary>
    public static string? FindProblem(string path)
    {
        if (!IsWellFormed(path))
        {
            return "holds half of a surrogate pair; expected letters, digits, dashes and slashes";
        }

        if (path.Length > MaximumLength)
        {
            return $"is {path.Length} characters long; expected at most {MaximumLength}";
        }

        if (Encoding.UTF8.GetByteCount(path) is > MaximumBytes and var bytes)
        {
            return $"is {bytes} bytes long in UTF-8; expected at most {MaximumBytes}";
        }

        if (FindUnseen(path) is { } unseen)
        {
            return $"holds the invisible character U+{unseen.Value:X4}; expected letters, digits, dashes and slashes";
        }

        if (path.AsSpan().IndexOfAny(s_forbidden) is >= 0 and var at)
        {
            return path.StartsWith('/')
                ? BeginsWithSlash(path)
                : $"'{path}' holds '{path[at]}'; expected letters, digits, dashes and slashes";
        }

        return path.StartsWith('/') ? BeginsWithSlash(path)
            : path.EndsWith('/') ? $"'{path}' ends with a slash; expected a path without one"
            : path.Contains("//", StringComparison.Ordinal) ? $"'{path}' holds two slashes in a row; expected one"
            : null;
    }

    private static string BeginsWithSlash(string path) => $"'{path}' begins with a slash; expected a path without one";

    private static Rune? FindUnseen(string path)
    {
        foreach (var rune in path.EnumerateRunes())
        {
            if (UnseenCharacters.Contains(rune) || IsVariation(rune.Value))
            {
                return rune;
            }
        }

        return null;
    }

    private static bool IsVariation(int value) =>
        value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180D) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsWellFormed(string path)
    {
        for (var index = 0; index < path.Length; index++)
        {
            if (char.IsSurrogate(path[index]) && !(index + 1 < path.Length && char.IsSurrogatePair(path[index], path[++index])))
            {
                return false;
            }
        }

        return true;
    }
}
