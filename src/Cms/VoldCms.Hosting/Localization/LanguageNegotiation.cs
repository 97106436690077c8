using Microsoft.Net.Http.Headers;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Localization;

/// <summary>Picks a language for somebody who has not said which, by the browser's wish.</summary>
public static class LanguageNegotiation
{
    /// <summary>
    /// The first wished language that is offered (<c>nb-NO</c> means <c>nb</c>, <c>no</c> means bokmål or nynorsk, whichever
    /// is offered first); else the first offered one along the wished languages' fallbacks; else the default.
    /// </summary>
    /// <param name="acceptLanguage">The header's values; what cannot be read is passed over.</param>
    /// <param name="offered">Culture names.</param>
    /// <param name="fallback">One of those offered.</param>
    public static string Choose(IList<string?> acceptLanguage, IReadOnlyList<string> offered, string fallback)
    {
        var wishes = StringWithQualityHeaderValue.TryParseList(ToStrings(acceptLanguage), out var parsed)
            ? parsed.Where(wish => wish.Quality is null or > 0)
                .OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => wish.Value.Value ?? "")
                .ToList()
            : [];
        return wishes.Select(wish => FindOffered(wish, offered)).FirstOrDefault(found => found is not null)
            ?? wishes.SelectMany(Cultures.AnswerChain).Select(name => FindExact(name, offered)).FirstOrDefault(found => found is not null)
            ?? fallback;
    }

    private static string? FindOffered(string wish, IReadOnlyList<string> offered)
    {
        for (var language = wish; language.Length > 0; language = language[..Math.Max(language.LastIndexOf('-'), 0)])
        {
            if (FindExact(language, offered) is { } exact)
            {
                return exact;
            }

            if (language.Equals("no", StringComparison.OrdinalIgnoreCase))
            {
                return offered.FirstOrDefault(name => name is "nb" or "nn");
            }
        }

        return null;
    }

    private static string? FindExact(string name, IReadOnlyList<string> offered) =>
        offered.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static List<string> ToStrings(IList<string?> values) => [.. values.OfType<string>()];
}
