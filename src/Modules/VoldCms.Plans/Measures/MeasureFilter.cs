using System.Globalization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Plans.Measures;

/// <summary>
/// The filter of a plan's table as it stands in the address: <c>?tema=2&amp;ansvar=4349gf3f</c>. The codes say nothing to
/// whoever reads over a shoulder; an unknown one is passed over.
/// </summary>
/// <param name="Theme">The section's place in the plan, from 1; null for all.</param>
/// <param name="Party">See <see cref="CodeOf"/>; null for all.</param>
internal sealed record MeasureFilter(int? Theme, string? Party)
{
    private const string ThemeKey = "tema";
    private const string PartyKey = "ansvar";

    /// <summary>Reads what the address says; nothing of it is known to exist yet.</summary>
    public static MeasureFilter Read(IQueryCollection query) => new(
        int.TryParse(query[ThemeKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var theme) ? theme : null,
        query[PartyKey].ToString() is { Length: > 0 } party ? party : null);

    /// <summary>The first eight characters of the party's id: as good as unique in one plan, and the same for good.</summary>
    public static string CodeOf(ContentItemId party) => party.Folded[..Math.Min(8, party.Folded.Length)];

    /// <summary>The query string and the place on the page; only the place when nothing is chosen.</summary>
    public string ToQuery()
    {
        var parameters = new List<string>(2);
        if (Theme is { } theme)
        {
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"{ThemeKey}={theme}"));
        }

        if (Party is { } party)
        {
            parameters.Add($"{PartyKey}={Uri.EscapeDataString(party)}");
        }

        return (parameters.Count == 0 ? "" : $"?{string.Join('&', parameters)}") + "#tiltak";
    }
}
