using System.Collections.Immutable;

namespace VoldCms.Web.Theme;

/// <summary>The three numbers that stand on every page, the police first: where somebody is in danger, it is 112.</summary>
internal static class EmergencyNumbers
{
    public static ImmutableArray<EmergencyNumber> All { get; } = [new("112", "Police"), new("110", "Fire"), new("113", "Ambulance")];
}

/// <param name="Number">As it is dialled.</param>
/// <param name="Name">Who answers, a text's English wording.</param>
internal sealed record EmergencyNumber(string Number, string Name);
