using System.Collections.Frozen;
using System.Text;
using VoldCms.ContentManagement.Links;

namespace VoldCms.ContentManagement.Media;

/// <summary>
/// The place of a file or folder in a media library: names parted by slashes. The one rule for what a path may be: it cannot lead out of
/// the library, names nothing hidden, and can be stored on every system that the program runs on. Case counts when a path is read; two
/// that differ by it alone (<see cref="IsSameButForCase"/>) cannot both be written. The default value is the library's root.
/// </summary>
public readonly record struct MediaPath
{
    /// <summary>The longest path, in characters.</summary>
    public const int MaximumLength = 255;

    // What a file system lets a name have, in bytes of UTF-8.
    private const int MaximumNameBytes = 255;

    // Windows opens a device instead of a file, whatever comes after a dot or a space before it (Naming Files, Paths, and Namespaces).
    private static readonly FrozenSet<string> s_devices = FrozenSet.ToFrozenSet(
        ["con", "prn", "aux", "nul", "conin$", "conout$", .. "123456789¹²³".SelectMany(number => new[] { $"com{number}", $"lpt{number}" })],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly string? _value;

    private MediaPath(string value) => _value = value;

    /// <summary>The library itself.</summary>
    public static MediaPath Root => default;

    /// <summary>The path, such as <c>plan/forside.jpg</c>; empty for the root.</summary>
    public string Value => _value ?? "";

    /// <summary>The last name.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>From the last dot of the name on; empty when it has none.</summary>
    public string Extension => Path.GetExtension(Name);

    /// <summary>The folders above, from the library's own down; the root is not among them.</summary>
    public IEnumerable<MediaPath> Above
    {
        get
        {
            var value = Value;
            for (var slash = value.IndexOf('/'); slash >= 0; slash = value.IndexOf('/', slash + 1))
            {
                yield return new(value[..slash]);
            }
        }
    }

    /// <summary>
    /// Reads the path of a file. Backslashes are slashes, slashes in front are left out, and letters are composed (NFC), whichever system
    /// the name comes from.
    /// </summary>
    /// <returns>False when the text is no such path; <paramref name="path"/> is the root then.</returns>
    public static bool TryParse(string? text, out MediaPath path)
    {
        var value = (text ?? "").Replace('\\', '/').TrimStart('/');
        var isPath = value.Length is > 0 and <= MaximumLength && value.Split('/').All(IsName);
        path = isPath ? new(value.Normalize(NormalizationForm.FormC)) : default;
        return isPath;
    }

    /// <summary>Reads the path of a folder: as that of a file, but empty is the root, and slashes at the end are left out.</summary>
    /// <returns>False when the text is no such path; <paramref name="path"/> is the root then.</returns>
    public static bool TryParseFolder(string? text, out MediaPath path)
    {
        var value = (text ?? "").Trim('/', '\\');
        path = default;
        return value.Length == 0 || TryParse(value, out path);
    }

    /// <summary>Whether a file or folder may have this name.</summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && name[0] != '.'
        && name[^1] is not ('.' or ' ')
        && !name.Any(character => char.IsControl(character) || "<>:\"|?*/\\".Contains(character))
        // Half a surrogate pair would be stored as another character than was asked for.
        && !name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || UnseenCharacters.Contains(rune))
        && Encoding.UTF8.GetByteCount(name) <= MaximumNameBytes
        && !s_devices.Contains(name.Split('.')[0].TrimEnd(' '));

    /// <summary>
    /// Whether a system that ignores case could take the two, which are not the same, for one. Each letter is compared by its own capital,
    /// in no language (Unicode's simple mapping): <c>ß</c> is not <c>ss</c>, and <c>i</c> neither <c>ı</c> nor <c>İ</c>.
    /// </summary>
    public bool IsSameButForCase(MediaPath other) => this != other && CaseInsensitive.Equals(Value, other.Value);

    /// <summary>Compares names and paths as <see cref="IsSameButForCase"/> does.</summary>
    public static StringComparer CaseInsensitive => StringComparer.OrdinalIgnoreCase;

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
