using System.Collections.Immutable;

namespace VoldCms.Hosting.Localization;

/// <summary>A PO file, read.</summary>
/// <param name="Header">The lines of the entry without an id; empty when there is none.</param>
/// <param name="HeaderLine">Where that entry begins, from 1; 0 when there is none.</param>
/// <param name="Entries">In the file's order; no text comes twice.</param>
internal sealed record PoFile(string Header, int HeaderLine, ImmutableArray<PoEntry> Entries)
{
    /// <summary>What the header says of one thing, such as <c>Language</c>; null when it says nothing.</summary>
    public string? FindHeader(string name) =>
        Header
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(line => line.Length == 2 && line[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(line => line[1].Trim())
            .FirstOrDefault();
}

/// <summary>One entry of a PO file.</summary>
/// <param name="Context"><c>msgctxt</c>; null when there is none.</param>
/// <param name="Id">The source text.</param>
/// <param name="PluralId">The source text for many; null when the entry has no plural.</param>
/// <param name="Translations">One, or one for each plural form in order; an empty one is not translated yet.</param>
/// <param name="Line">Where the entry begins, from 1.</param>
internal sealed record PoEntry(string? Context, string Id, string? PluralId, ImmutableArray<string> Translations, int Line)
{
    /// <summary>Whether every form has words.</summary>
    public bool IsTranslated => Translations.All(text => text.Length > 0);
}

/// <summary>A PO file that cannot be read. The message ends with file and line.</summary>
internal sealed class PoSyntaxException(string problem, string origin, int line) : FormatException($"{problem}, in {origin}, line {line}");
