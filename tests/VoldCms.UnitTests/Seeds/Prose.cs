using System.Text.RegularExpressions;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>What makes a text that people read plain: short sentences, common words, nynorsk that is nynorsk.</summary>
internal static partial class Prose
{
    private const int LongestSentence = 23;

    // Official names keep their form in every language.
    private static readonly string[] s_names = ["Alternativ til vold", "VO-linjen", "Nød-SMS"];

    public static void AssertShortSentences(string block) =>
        Assert.All(SentenceEnd().Split(block), sentence => Assert.True(Word().Count(sentence) <= LongestSentence, sentence));

    /// <summary>No bokmål, and one form of the infinitive.</summary>
    public static void AssertNynorsk(string block)
    {
        var own = s_names.Aggregate(block, (left, name) => left.Replace(name, "", StringComparison.Ordinal));
        Assert.DoesNotMatch(BokmalWord(), own);
        Assert.DoesNotMatch(InfinitiveInA(), own);
    }

    /// <summary>Who looks into the history of a browser is told nothing by an address or a title.</summary>
    public static void AssertTellsNothing(string seen) => Assert.DoesNotMatch(TellingWord(), seen);

    /// <summary>LIX: words a sentence, and how many of a hundred words are longer than six letters. A block ends a sentence.</summary>
    public static double Readability(IReadOnlyList<string> blocks)
    {
        var words = blocks.SelectMany(block => Word().Matches(block)).Select(match => match.Length).ToList();
        var sentences = blocks.Sum(block => Math.Max(1, SentenceEnd().Count(block)));
        return ((double)words.Count / sentences) + (100.0 * words.Count(length => length > 6) / words.Count);
    }

    [GeneratedRegex(@"\p{L}+(-\p{L}+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:]+(?=\s|$|»|”)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(ikke|jeg|hva|hvem|hvor|hvordan|hvis|hvilke[nt]?|noen|noe|fra|dere|være|gjøre|fortelle|vold|hjemme|"
            + @"bare|selv|voksne|ansatte|utsatt|trenger|flere|åpent?|bekymret|forhånd|nød\w*|tjenest\w*|ringje\w*|linjen)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BokmalWord();

    [GeneratedRegex(@"\bå (?!ta\b|ha\b|la\b|dra\b)\w+a\b", RegexOptions.IgnoreCase)]
    private static partial Regex InfinitiveInA();

    [GeneratedRegex(
        "vold|vald|violen|overgrep|abuse|mishand|misbruk|slag|trus|threat|fare|danger|utsatt|utsett|offer|victim|"
            + "krise|crisis|politi|police|redd|partner|ektefelle|skad|hurt|tvang|forced|lemlest|stalk|svikt|incest",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TellingWord();
}
