using Microsoft.Net.Http.Headers;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Localization;

/// <summary>Picks a language for somebody who has not said which, by the browser's wish.</summary>
public static class LanguageNegotiation
{
    private const string Any = "*";

    // More than anybody sends; what comes after is not read.
    private const int LongestHeader = 1000;
    private const int MostRanges = 32;

    /// <summary>
    /// The first wished language that is offered (<c>nb-NO</c> means <c>nb</c>, <c>no</c> means bokmål or nynorsk, whichever
    /// is offered first); else the first offered one along the wished languages' fallbacks; else the default. <c>*</c> stands for what is
    /// named nowhere else, the default first; what is named with the weight 0 is taken when there is nothing else.
    /// </summary>
    /// <param name="acceptLanguage">The header's values; what cannot be read is passed over.</param>
    /// <param name="offered">Culture names.</param>
    /// <param name="fallback">One of those offered.</param>
    public static string Choose(IList<string?> acceptLanguage, IReadOnlyList<string> offered, string fallback)
    {
        var ranges = Read(acceptLanguage);
        var acceptable = offered.Where(name => !IsRefused(name, ranges)).ToList();
        acceptable = acceptable.Count == 0 ? [.. offered] : acceptable;
        var wishes = ranges.Where(range => range.Weight > 0).Select(range => range.Language).ToList();
        var dearest = wishes.TakeWhile(wish => wish != Any).ToList();
        var later = wishes.Skip(dearest.Count + 1).ToList();
        var others = acceptable.Where(name => !later.Exists(wish => Covers(wish, name))).ToList();
        return Cultures.Choose(dearest, acceptable)
            ?? others.Find(name => name == fallback)
            ?? others.Concat(acceptable).FirstOrDefault()
            ?? fallback;
    }

    // The heaviest first; of equals what is named before what is not.
    private static List<(string Language, double Weight)> Read(IList<string?> acceptLanguage)
    {
        var header = string.Join(',', acceptLanguage);
        return
        [
            .. header[..Math.Min(header.Length, LongestHeader)]
                .Split(',', MostRanges + 1)
                .Take(MostRanges)
                .Select(entry => StringWithQualityHeaderValue.TryParse(entry, out var range) ? range : null)
                .OfType<StringWithQualityHeaderValue>()
                .Select(range => (Language: range.Value.Value ?? "", Weight: range.Quality ?? 1))
                .OrderByDescending(range => range.Weight)
                .ThenBy(range => range.Language == Any),
        ];
    }

    private static bool IsRefused(string name, List<(string Language, double Weight)> ranges)
    {
        var nearest = ranges
            .Where(range => range.Language == Any || Covers(range.Language, name))
            .OrderByDescending(range => range.Language.Length)
            .ToList();
        return nearest is [{ Weight: 0 }, ..];
    }

    private static bool Covers(string range, string name) =>
        name.Equals(range, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith($"{range}-", StringComparison.OrdinalIgnoreCase)
        || (name is "nb" or "nn" && range.Equals("no", StringComparison.OrdinalIgnoreCase));
}
