using System.Collections.Frozen;

namespace VoldCms.ContentManagement.Links;

/// <summary>Where a link leads.</summary>
public enum LinkDestination
{
    /// <summary>Away from this site: a page on the web, a letter, a call.</summary>
    Elsewhere,

    /// <summary>A place on this site or page: begins with <c>/</c>, <c>?</c> or <c>#</c>.</summary>
    Site,

    /// <summary>Seen from the page that it stands on; harmless, but not the same place on every page.</summary>
    Relative,
}

/// <summary>
/// The one rule for what may stand in a link, whoever wrote it: http, https, mailto, tel, sms, or a place on this site. What begins as a
/// host name does, such as <c>www.rvts.no</c>, is taken as https. Immutable.
/// </summary>
/// <remarks>
/// Addresses are judged as browsers read them (WHATWG URL): they drop control characters, read a backslash as a slash, and take
/// <c>https:host</c> for <c>https://host</c>. Whoever needs such a spelling has something to hide, so none passes; nor do names and
/// passwords before the host, nor characters that are invisible or turn the reading direction.
/// </remarks>
/// <param name="Href">What a page may put in a link.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Domain">The host as people say it, without "www."; null for what is not a page on the web.</param>
public sealed record LinkAddress(string Href, LinkDestination Target, string? Domain)
{
    /// <summary>What is expected, in words for an error.</summary>
    public const string Expected =
        "an address such as https://www.example.no/, mailto:, tel:, or a path on this site that begins with one slash";

    // What follows the last dot of a file's name, and is no domain that anybody means.
    private static readonly FrozenSet<string> s_fileEndings = new[]
    {
        "asp",
        "aspx",
        "doc",
        "docx",
        "gif",
        "htm",
        "html",
        "jpeg",
        "jpg",
        "json",
        "odt",
        "pdf",
        "php",
        "png",
        "ppt",
        "pptx",
        "svg",
        "txt",
        "webp",
        "xls",
        "xlsx",
        "xml",
        "zip",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> s_notInMailboxes = System.Buffers.SearchValues.Create(" ,;:?&#%/()[]\\\"<>");

    /// <summary>Null for what no reader should be sent to, and for an empty address.</summary>
    public static LinkAddress? Read(string? address)
    {
        var seen = address?.Trim(' ', '\t', '\n', '\r', '\f') ?? "";
        if (seen.Length == 0 || HasHiddenMeaning(seen))
        {
            return null;
        }

        var end = seen.IndexOfAny([':', '/', '?', '#']);
        if (end >= 0 && seen[end] == ':')
        {
            return ReadAbsolute(seen, seen[..end], seen[(end + 1)..]);
        }

        if (seen[0] is '/' or '?' or '#')
        {
            return seen.StartsWith("//", StringComparison.Ordinal) ? null : new(seen, LinkDestination.Site, null);
        }

        return BeginsWithHost(end < 0 ? seen : seen[..end])
            ? ReadAbsolute($"https://{seen}", "https", $"//{seen}")
            : new(seen, LinkDestination.Relative, null);
    }

    /// <summary>
    /// What is wrong with an address that was entered, worded as <c>is ...; expected ...</c>; null when nothing is, or it is empty.
    /// </summary>
    public static string? FindProblem(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : Read(address) is not { Target: not LinkDestination.Relative } read ? $"is no address that a link may have; expected {Expected}"
        : read.Target == LinkDestination.Elsewhere && !NamesScheme(address, read) ? $"names no scheme; it is read as '{read.Href}'"
        : null;

    /// <summary>
    /// What is wrong with a mailbox that was entered, worded as <see cref="FindProblem"/> has it; null when nothing is, or it is empty.
    /// </summary>
    public static string? FindMailboxProblem(string? mailbox) =>
        string.IsNullOrWhiteSpace(mailbox) || Read($"mailto:{mailbox}") is not null
            ? null
            : "is no e-mail address; expected one such as navn@example.no";

    private static bool NamesScheme(string address, LinkAddress read) =>
        address
            .AsSpan()
            .TrimStart()
            .StartsWith(read.Href.AsSpan(0, read.Href.IndexOf(':', StringComparison.Ordinal) + 1), StringComparison.OrdinalIgnoreCase);

    private static LinkAddress? ReadAbsolute(string address, string scheme, string rest) =>
        scheme.ToUpperInvariant() switch
        {
            "HTTP" or "HTTPS" => HasPlainHost(rest) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0
                ? new(
                    address.Replace(" ", "%20", StringComparison.Ordinal),
                    LinkDestination.Elsewhere,
                    uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost
                )
                : null,
            "MAILTO" => IsMailbox(rest) ? new(address, LinkDestination.Elsewhere, null) : null,
            "TEL" or "SMS" => IsNumber(rest) ? new(address, LinkDestination.Elsewhere, null) : null,
            _ => null,
        };

    // One receiver and nothing else: what a link adds to a letter, a hidden receiver above all, she who writes it may never see.
    private static bool IsMailbox(string rest) =>
        rest.Split('@') is [{ Length: > 0 } name, { Length: > 2 } host]
        && !name.AsSpan().ContainsAny(s_notInMailboxes)
        && BeginsWithHost(host);

    // Digits as people write them. Stars and hashes are orders to a phone, such as to send its calls elsewhere.
    private static bool IsNumber(string rest) =>
        rest.Any(char.IsAsciiDigit)
        && rest.All(character => char.IsAsciiDigit(character) || character is '+' or ' ' or '-' or '.' or '(' or ')');

    private static bool HasPlainHost(string rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return false;
        }

        var end = rest.AsSpan(2).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest.AsSpan(2) : rest.AsSpan(2, end);
        return authority.Length > 0 && !authority.ContainsAny('@', '%', ' ');
    }

    private static bool BeginsWithHost(string segment)
    {
        var labels = segment.Split('.');
        return labels.Length > 1
            && labels.All(label => label.Length > 0 && label.All(character => char.IsLetterOrDigit(character) || character == '-'))
            && labels[^1].Length > 1
            && labels[^1].All(char.IsLetter)
            && (labels[0].Equals("www", StringComparison.OrdinalIgnoreCase) || !s_fileEndings.Contains(labels[^1]));
    }

    private static bool HasHiddenMeaning(string address) =>
        address.EnumerateRunes().Any(rune => rune.Value is '\\' or '<' or '>' or '"' or 0xFFFD || UnseenCharacters.Contains(rune));
}
