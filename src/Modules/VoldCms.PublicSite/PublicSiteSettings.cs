using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.PublicSite;

/// <summary>
/// What a tenant's settings say of its public site, unchecked: the object <c>PublicSite</c>, and whether there is a <c>SiteApproval</c>.
/// Read once for each state of a tenant's settings: they are immutable, and what is read of them lives as long as they do.
/// </summary>
internal sealed record PublicSiteSettings
{
    /// <summary>The setting that says that the municipality has approved its site.</summary>
    public const string Approval = "SiteApproval";

    private const string Name = "PublicSite";

    private static readonly ConditionalWeakTable<SiteSettings, PublicSiteSettings> s_known = [];

    /// <summary>Where the way out leads; null when nothing is said, as of the others.</summary>
    public string? ExitAddress { get; private init; }

    /// <summary>As <c>#1f5570</c>.</summary>
    public string? MainColor { get; private init; }

    /// <summary>As <c>#c79a3b</c>.</summary>
    public string? AccentColor { get; private init; }

    /// <summary>A path in the media library.</summary>
    public string? Logo { get; private init; }

    /// <summary>The site begins on trial.</summary>
    public bool BeginsOnTrial { get; private init; }

    public bool IsApproved { get; private init; }

    /// <summary>What these settings say. Thread-safe.</summary>
    public static PublicSiteSettings Of(SiteSettings settings) => s_known.GetValue(settings, Read);

    private static PublicSiteSettings Read(SiteSettings settings)
    {
        var part = settings.Find(Name)?[Name] as JsonObject;
        return new()
        {
            ExitAddress = TextOf(part?["ExitAddress"]?["Text"]),
            MainColor = TextOf(part?["MainColor"]?["Text"]),
            AccentColor = TextOf(part?["AccentColor"]?["Text"]),
            Logo = TextOf((part?["Logo"]?["Paths"] as JsonArray)?.FirstOrDefault()),
            BeginsOnTrial = settings.Flag(Name, "OnTrial"),
            IsApproved = settings.Find(Approval) is not null,
        };
    }

    private static string? TextOf(JsonNode? node) =>
        LenientJson.Text(node) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
