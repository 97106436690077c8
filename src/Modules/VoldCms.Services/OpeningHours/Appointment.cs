using System.Collections.Immutable;

namespace VoldCms.Services.OpeningHours;

/// <summary>Which comments mean that a visitor must have an appointment.</summary>
internal static class Appointment
{
    private static readonly ImmutableArray<string> s_words = ["appointment", "avtale", "timebestilling"];

    /// <summary>Whether the comment holds one of the words, in any case: "by appointment", "etter avtale", "timeavtale".</summary>
    public static bool IsMeantBy(string? comment) =>
        comment is not null && s_words.Any(word => comment.Contains(word, StringComparison.OrdinalIgnoreCase));
}
