using System.Text;
using System.Text.RegularExpressions;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// What must hold of a translation file beyond its syntax, so that no page fails, and none leaves out what its text fills in: the
/// header is this language's, a plural has all its forms, and a translation has the placeholders of its text, whole.
/// </summary>
internal static partial class PoCheck
{
    /// <exception cref="PoSyntaxException">Something does not hold.</exception>
    public static void Check(PoFile file, string culture, string origin)
    {
        CheckHeader(file, culture, origin);
        foreach (var entry in file.Entries.Where(entry => entry.IsTranslated))
        {
            CheckForms(entry, culture, origin);
            for (var form = 0; form < entry.Translations.Length; form++)
            {
                var mayLeaveOut = entry.PluralId is not null && PluralRules.StandsForOneNumber(culture, form);
                if (FindProblem(entry, entry.Translations[form], mayLeaveOut) is { } problem)
                {
                    throw new PoSyntaxException($"The translation of \"{entry.Id}\" {problem}", origin, entry.Line);
                }
            }
        }
    }

    private static void CheckHeader(PoFile file, string culture, string origin)
    {
        if (
            file.FindHeader("Language") is { Length: > 0 } language
            && !FirstSubtag(language).Equals(FirstSubtag(culture), StringComparison.OrdinalIgnoreCase)
        )
        {
            throw Problem($"Language is '{language}'; expected {culture}, as the file is called");
        }

        if (
            file.FindHeader("Content-Type") is { } type
            && Charset().Match(type) is { Success: true } charset
            && !charset.Groups[1].Value.Equals("UTF-8", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw Problem($"charset is '{charset.Groups[1].Value}'; expected UTF-8");
        }

        var forms = PluralRules.CountOf(culture);
        if (file.FindHeader("Plural-Forms") is { Length: > 0 } plural && PluralCount().Match(plural).Groups[1].Value != $"{forms}")
        {
            throw Problem($"Plural-Forms is '{plural}'; expected nplurals={forms} for {culture}");
        }

        PoSyntaxException Problem(string problem) => new($"In the header, {problem}", origin, file.HeaderLine);
    }

    private static void CheckForms(PoEntry entry, string culture, string origin)
    {
        var expected = PluralRules.CountOf(culture);
        if (entry.PluralId is not null && entry.Translations.Length != expected)
        {
            throw new PoSyntaxException(
                $"The translation of \"{entry.Id}\" has {entry.Translations.Length} plural forms; expected {expected} for {culture}",
                origin,
                entry.Line
            );
        }
    }

    private static string? FindProblem(PoEntry entry, string translation, bool mayLeaveOut)
    {
        var known = PlaceholdersOf(entry.PluralId ?? entry.Id);
        var used = PlaceholdersOf(translation);
        if (used.FirstOrDefault(placeholder => !known.Contains(placeholder)) is { } unknown)
        {
            return $"has {unknown}, which the text lacks";
        }

        if (!mayLeaveOut && known.FirstOrDefault(placeholder => !used.Contains(placeholder)) is { } lost)
        {
            return $"lacks {lost}, which the text has";
        }

        // A text without placeholders is shown as it stands, braces and all; every other is filled in, and every plural.
        var isFilled = known.Count > 0 || entry.PluralId is not null;
        return isFilled && !IsFormat(translation) ? $"has a brace that is no placeholder: \"{translation}\"" : null;
    }

    // A pair of braces means one brace.
    private static List<string> PlaceholdersOf(string text) =>
        [.. Placeholder().Matches(text.Replace("{{", "", StringComparison.Ordinal)).Select(match => match.Value)];

    private static bool IsFormat(string text)
    {
        try
        {
            _ = CompositeFormat.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string FirstSubtag(string language) => language.Split('-', '_', '.', '@')[0];

    // Also one that does not end, so that it is named.
    [GeneratedRegex(@"\{[0-9][^{}]*\}?")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"charset\s*=\s*""?([^\s;""]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"nplurals\s*=\s*([0-9]+)")]
    private static partial Regex PluralCount();
}
