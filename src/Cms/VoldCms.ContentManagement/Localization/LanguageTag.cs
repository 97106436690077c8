using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Localization;

/// <summary>
/// A language tag as clients write it (BCP 47; .NET, PO files and phones write <c>_</c> for <c>-</c>), in small letters: what of it says
/// which language is meant. Immutable.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc5646#section-2.1"/>
public sealed partial class LanguageTag
{
    /// <summary>Longer ones than anybody sends: phones add what they know of calendars and measures.</summary>
    public const int MaxLength = 255;

    private readonly string _language;
    private readonly string _script;
    private readonly string _region;

    private LanguageTag(string language, string script, string region) => (_language, _script, _region) = (language, script, region);

    /// <summary>
    /// What the tag means without its extensions, nearest first: language with script and region, with one of them, alone; a language that
    /// is written as a kind of another (<c>zh-yue</c>) also by itself, and as the other. None for a tag of private use alone.
    /// </summary>
    public IEnumerable<string> Meanings =>
        Languages()
            .SelectMany(language => new[] { $"{language}{_script}{_region}", language + _script, language + _region, language })
            .Distinct(StringComparer.Ordinal);

    /// <summary>Reads a well-formed tag in whatever case; whether its parts are registered is not asked.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        tag = null;
        if (text.Length > MaxLength || WellFormed().Match(Hyphenated(text)) is not { Success: true } match)
        {
            return false;
        }

        tag = new(Part("language"), Part("script"), Part("region"));
        return true;

        string Part(string name) => match.Groups[name].Value.ToLowerInvariant();
    }

    /// <summary>The text with what parts a tag as the standard writes it.</summary>
    internal static string Hyphenated(string text) => text.Replace('_', '-');

    private IEnumerable<string> Languages() =>
        _language.Split('-') switch
        {
            [""] => [],
            [_] => [_language],
            [var macro, .. var extended] => [_language, .. extended, macro],
            _ => [],
        };

    [GeneratedRegex(
        """
            \A(?:
              (?<language>[A-Za-z]{2,3}(?:-[A-Za-z]{3}(?![A-Za-z0-9])){0,3} | [A-Za-z]{4,8})
              (?<script>-[A-Za-z]{4}(?![A-Za-z0-9]))?
              (?<region>-(?:[A-Za-z]{2}|[0-9]{3})(?![A-Za-z0-9]))?
              (?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})(?![A-Za-z0-9]))*
              (?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*
              (?:-[xX](?:-[A-Za-z0-9]{1,8})+)?
            | [xX](?:-[A-Za-z0-9]{1,8})+
            | (?<language>[Ee][Nn])(?<region>-[Gg][Bb])-[Oo][Ee][Dd]
            | (?i:i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu
              |sgn-BE-FR|sgn-BE-NL|sgn-CH-DE)
            )\z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WellFormed();
}
