using System.Collections.Immutable;

namespace VoldCms.Hosting.Localization;

/// <summary>One entry of a PO file.</summary>
/// <param name="Context"><c>msgctxt</c>; null when there is none.</param>
/// <param name="Id">The source text.</param>
/// <param name="PluralId">The source text for many; null when the entry has no plural.</param>
/// <param name="Translations">One, or one for each plural form in order; an empty one is not translated yet.</param>
/// <param name="Line">Where the entry begins, from 1.</param>
internal sealed record PoEntry(string? Context, string Id, string? PluralId, ImmutableArray<string> Translations, int Line);

/// <summary>A PO file that cannot be read. The message ends with file and line.</summary>
internal sealed class PoSyntaxException(string problem, string origin, int line)
    : FormatException($"{problem}, in {origin}, line {line}");
