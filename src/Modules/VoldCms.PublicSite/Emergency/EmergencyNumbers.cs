using System.Collections.Immutable;

namespace VoldCms.PublicSite.Emergency;

/// <summary>The numbers that stand on every page, the police first: where somebody is in danger, it is 112.</summary>
internal static class EmergencyNumbers
{
    /// <summary>After the police the national line for those who want to talk, by a name that gives nobody away.</summary>
    public static ImmutableArray<EmergencyNumber> All { get; } =
    [new("112", "Police"), new("116 006", "Talk to someone"), new("110", "Fire"), new("113", "Ambulance")];
}

/// <param name="Number">As it is read.</param>
/// <param name="Name">Who answers, a text's English wording.</param>
internal sealed record EmergencyNumber(string Number, string Name)
{
    /// <summary>As it is dialled.</summary>
    public string Href => $"tel:{Number.Replace(" ", "", StringComparison.Ordinal)}";
}
