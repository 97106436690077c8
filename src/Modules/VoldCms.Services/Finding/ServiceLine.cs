using System.Text.RegularExpressions;

namespace VoldCms.Services.Finding;

/// <summary>A description's first sentence, for lists.</summary>
internal static partial class ServiceLine
{
    private const int Longest = 160;

    /// <summary>The first sentence; a longer one is cut between two words, and says so.</summary>
    public static string Of(string description)
    {
        var text = string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var sentence = SentenceEnd().Match(text) is { Success: true } end ? text[..(end.Index + 1)] : text;
        return sentence.Length <= Longest
            ? sentence
            : $"{sentence[..sentence.LastIndexOf(' ', Longest)].TrimEnd(',', ';', ':', '-', ' ')} …";
    }

    // Not after "kl." or "§ 12.": a capital letter has to follow.
    [GeneratedRegex(@"[.!?] (?=\p{Lu})")]
    private static partial Regex SentenceEnd();
}
