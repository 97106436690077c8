using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.ContentManagement.Settings;

/// <summary>
/// A tenant's settings as recipes set them: Orchard Core's known keys, and every other key kept whole under its name.
/// Immutable and thread-safe.
/// </summary>
public sealed class SiteSettings
{
    /// <summary>The stored document's name among the tenant's documents.</summary>
    public const string DocumentName = "Settings";

    private static readonly TimeZoneInfo s_oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    private readonly string _json;

    /// <summary>Reads the stored document; what is absent or of another kind is at its default.</summary>
    public SiteSettings(JsonObject document)
    {
        _json = document.ToJsonString();
        SiteName = document.FindText("SiteName") ?? "";
        BaseUrl = document.FindText("BaseUrl") ?? "";
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(document.FindText("TimeZoneId") ?? "", out var zone) ? zone : s_oslo;
        var localization = document["LocalizationSettings"] as JsonObject;
        var fallback = localization?.FindText("DefaultCulture") is { Length: > 0 } culture ? Cultures.Canonical(culture) : "nb";
        ImmutableArray<string> supported =
        [
            .. localization
                .FindTexts("SupportedCultures")
                .Select(Cultures.Canonical)
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        SupportedCultures = supported.IsEmpty ? [fallback] : supported;
        DefaultCulture = Cultures.FindAmong(fallback, SupportedCultures) ?? fallback;
    }

    /// <summary>Every setting at its default.</summary>
    public static SiteSettings Empty { get; } = new([]);

    /// <summary>The site's name for people; empty where none is set.</summary>
    public string SiteName { get; }

    /// <summary>Where the public finds the site, with scheme and host; empty when nobody has said.</summary>
    public string BaseUrl { get; }

    /// <summary>Norway's unless set, and where the name that is set is of no zone that this machine knows.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>As <see cref="Cultures.Canonical"/> writes it.</summary>
    public string DefaultCulture { get; }

    /// <summary>In the order given, each once, as <see cref="Cultures.Canonical"/> writes it; never empty.</summary>
    public ImmutableArray<string> SupportedCultures { get; }

    /// <summary>The culture whose order of words this tenant's lists follow.</summary>
    public CultureInfo SortCulture => Cultures.Find(DefaultCulture)?.Formatting ?? CultureInfo.InvariantCulture;

    /// <summary>
    /// The cultures that may answer for a language on this site, nearest first: along its own chain, and at last the site's default.
    /// </summary>
    public IReadOnlyList<string> AnswerChain(string asked) =>
        [.. Localization.Cultures.AnswerChain(asked).Append(DefaultCulture).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The supported culture that somebody who asks for a language, whatever it is, is answered in.</summary>
    public string CultureFor(string asked) =>
        Localization.Cultures.Choose([asked], SupportedCultures)
        ?? Localization.Cultures.Choose([DefaultCulture], SupportedCultures)
        ?? SupportedCultures[0];

    /// <summary>A copy of the settings object under that name; null when nobody has set it.</summary>
    public JsonObject? Find(string name) => ToJson()[name] is JsonObject found ? (JsonObject)found.DeepClone() : null;

    /// <summary>Whether a BooleanField of the settings object under that name, in the part of the same name, is set.</summary>
    public bool Flag(string name, string field) =>
        ToJson()[name] is JsonObject item && item[name] is JsonObject part && part[field]?["Value"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>A copy of the whole document.</summary>
    public JsonObject ToJson() => (JsonObject)JsonNode.Parse(_json)!;
}
