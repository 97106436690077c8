namespace VoldCms.Hosting.Localization;

/// <summary>Which plural form a number takes in a language: gettext's customary rules, so that translators' files fit.</summary>
internal static class PluralRules
{
    /// <summary>The index of the form for <paramref name="number"/>, from 0.</summary>
    /// <param name="culture">A culture's name; a region is passed over.</param>
    /// <param name="number">Not negative.</param>
    public static int FormOf(string culture, long number)
    {
        var (units, tens) = (number % 10, number % 100);
        return Language(culture) switch
        {
            "th" or "vi" or "zh" => 0,
            "am" or "fa" or "fil" or "fr" or "prs" or "ti" or "tr" => number > 1 ? 1 : 0,
            "ru" or "uk" => units == 1 && tens != 11 ? 0
            : units is >= 2 and <= 4 && tens is < 10 or >= 20 ? 1
            : 2,
            "pl" => number == 1 ? 0
            : units is >= 2 and <= 4 && tens is < 10 or >= 20 ? 1
            : 2,
            "lt" => units == 1 && tens != 11 ? 0
            : units >= 2 && tens is < 10 or >= 20 ? 1
            : 2,
            "ro" => number == 1 ? 0
            : number == 0 || tens is > 0 and < 20 ? 1
            : 2,
            "ar" => number switch
            {
                0 => 0,
                1 => 1,
                2 => 2,
                _ when tens is >= 3 and <= 10 => 3,
                _ when tens >= 11 => 4,
                _ => 5,
            },
            _ => number == 1 ? 0 : 1,
        };
    }

    /// <summary>How many forms a language has.</summary>
    public static int CountOf(string culture) => Counted.Max(number => FormOf(culture, number)) + 1;

    /// <summary>
    /// Whether the form stands for one number alone, so that it may say the number in words (<c>ett tiltak</c>) or not at all.
    /// </summary>
    public static bool StandsForOneNumber(string culture, int form) => Counted.Count(number => FormOf(culture, number) == form) == 1;

    // The rules ask for the last two digits: beyond these numbers they only come again.
    private static IEnumerable<long> Counted => Enumerable.Range(0, 200).Select(number => (long)number);

    private static string Language(string culture) =>
        culture.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? culture[..dash] : culture;
}
