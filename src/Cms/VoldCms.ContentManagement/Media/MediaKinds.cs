using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Media;

/// <summary>Which files may be stored, and whether one looks like what its name says.</summary>
public static partial class MediaKinds
{
    // Orchard Core's default list, with today's picture and film formats.
    private static readonly FrozenSet<string> s_allowed = FrozenSet.ToFrozenSet(
        [
            ".jpg",
            ".jpeg",
            ".png",
            ".gif",
            ".ico",
            ".svg",
            ".webp",
            ".avif",
            ".pdf",
            ".doc",
            ".docx",
            ".ppt",
            ".pptx",
            ".pps",
            ".ppsx",
            ".odt",
            ".xls",
            ".xlsx",
            ".psd",
            ".mp3",
            ".m4a",
            ".ogg",
            ".wav",
            ".mp4",
            ".m4v",
            ".mov",
            ".wmv",
            ".avi",
            ".mpg",
            ".ogv",
            ".3gp",
            ".webm",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly (string[] Extensions, byte[] Start)[] s_signatures =
    [
        ([".jpg", ".jpeg"], [0xFF, 0xD8, 0xFF]),
        ([".png"], [0x89, .. "PNG"u8]),
        ([".gif"], [.. "GIF8"u8]),
        ([".webp", ".wav", ".avi"], [.. "RIFF"u8]),
        ([".pdf"], [.. "%PDF"u8]),
        ([".docx", ".pptx", ".ppsx", ".xlsx", ".odt"], [.. "PK"u8]),
    ];

    /// <summary>Whether files of this extension may be stored.</summary>
    /// <param name="extension">With its dot; the case does not matter.</param>
    public static bool IsAllowed(string extension) => s_allowed.Contains(extension);

    /// <summary>Whether the first bytes are those of another kind of file.</summary>
    public static bool LooksWrong(string extension, ReadOnlySpan<byte> content)
    {
        foreach (var (extensions, start) in s_signatures)
        {
            if (extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                return !content.StartsWith(start);
            }
        }

        return false;
    }

    /// <summary>Whether a drawing could act in a reader's browser: a script, an event handler, an outside document.</summary>
    public static bool IsActive(string extension, ReadOnlySpan<byte> content)
    {
        if (!extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(content);
        return text.Contains("<script", StringComparison.OrdinalIgnoreCase)
            || text.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<foreignObject", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)
            || EventHandler().IsMatch(text);
    }

    [GeneratedRegex(@"[\s""'/]on[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex EventHandler();
}
