using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace VoldCms.ContentManagement.Localization;

/// <summary>A language as the house knows it. Immutable.</summary>
/// <param name="Name">BCP 47, as in addresses.</param>
/// <param name="NativeName">What its speakers call it.</param>
/// <param name="IsRightToLeft">The direction of its script.</param>
/// <param name="Script">ISO 15924.</param>
/// <param name="Fallbacks">What answers when a text is missing, nearest first.</param>
/// <param name="Formatting">The .NET culture whose names of days and months are used; Gregorian calendar, Latin digits.</param>
public sealed record Culture(
    string Name,
    string NativeName,
    bool IsRightToLeft,
    string Script,
    ImmutableArray<string> Fallbacks,
    CultureInfo Formatting
)
{
    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Whether its readers read what is written in bokmål too.</summary>
    public bool IsNorwegian => Name is "nb" or "nn" or "no";
}

/// <summary>
/// The one table of cultures. .NET is never asked for direction, native name or fallback: it does not know all of these
/// languages, and is wrong about some.
/// </summary>
public static class Cultures
{
    private static readonly FrozenDictionary<string, Culture> s_byName = new[]
    {
        Define("nb", "Bokmål", "Latn", "nb-NO"),
        Define("nn", "Nynorsk", "Latn", "nn-NO", "nb"),
        Define("no", "Norsk", "Latn", "nb-NO", "nb", "nn"),
        Define("en", "English", "Latn", "en-GB", "nb"),
        Define("se", "Davvisámegiella", "Latn", "se-NO", "nb"),
        Define("smj", "Julevsámegiella", "Latn", "se-NO", "se", "nb"),
        Define("sma", "Åarjelsaemien gïele", "Latn", "se-NO", "se", "nb"),
        Define("ar", "العربية", "Arab", "ar", "en", "nb"),
        Define("fa", "فارسی", "Arab", "fa", "en", "nb"),
        Define("prs", "دری", "Arab", "fa", "fa", "en", "nb"),
        Define("ckb", "کوردیی ناوەندی", "Arab", "ckb", "en", "nb"),
        Define("ps", "پښتو", "Arab", "ps", "en", "nb"),
        Define("ur", "اردو", "Arab", "ur", "en", "nb"),
        Define("uk", "Українська", "Cyrl", "uk-UA", "en", "nb"),
        Define("ru", "Русский", "Cyrl", "ru-RU", "en", "nb"),
        Define("pl", "Polski", "Latn", "pl-PL", "en", "nb"),
        Define("so", "Soomaali", "Latn", "so", "en", "nb"),
        Define("ti", "ትግርኛ", "Ethi", "ti", "en", "nb"),
        Define("am", "አማርኛ", "Ethi", "am", "en", "nb"),
        Define("tr", "Türkçe", "Latn", "tr-TR", "en", "nb"),
        Define("th", "ไทย", "Thai", "th-TH", "en", "nb"),
        Define("kmr", "Kurmancî", "Latn", "tr-TR", "en", "nb"),
        Define("fil", "Filipino", "Latn", "fil-PH", "en", "nb"),
        Define("fr", "Français", "Latn", "fr-FR", "en", "nb"),
        Define("sw", "Kiswahili", "Latn", "sw", "en", "nb"),
        Define("rw", "Ikinyarwanda", "Latn", "rw", "en", "nb"),
        Define("rn", "Ikirundi", "Latn", "rn", "en", "nb"),
        Define("lt", "Lietuvių", "Latn", "lt-LT", "en", "nb"),
        Define("ro", "Română", "Latn", "ro-RO", "en", "nb"),
        Define("es", "Español", "Latn", "es-ES", "en", "nb"),
        Define("vi", "Tiếng Việt", "Latn", "vi-VN", "en", "nb"),
        Define("zh-Hans", "简体中文", "Hans", "zh-Hans", "en", "nb"),
        Define("zh-Hant", "繁體中文", "Hant", "zh-Hant", "zh-Hans", "en", "nb"),
    }.ToFrozenDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What else the languages of the table are called by clients: names of before (IANA's registry keeps them), codes of three letters
    /// (ISO 639-2 and 639-3), and regions that decide about a script or a language.
    /// </summary>
    private static readonly FrozenDictionary<string, string> s_byOtherName = new (string Name, string Others)[]
    {
        ("nb", "nob no-bok"),
        ("nn", "nno no-nyn"),
        ("no", "nor"),
        ("en", "eng"),
        ("se", "sme"),
        ("ar", "ara arb"),
        ("fa", "fas per pes"),
        ("prs", "fa-af"),
        ("ckb", "ku-arab ku-iq ku-ir"),
        ("ps", "pus pbt pbu pst"),
        ("ur", "urd"),
        ("uk", "ukr"),
        ("ru", "rus"),
        ("pl", "pol"),
        ("so", "som"),
        ("ti", "tir"),
        ("am", "amh"),
        ("tr", "tur"),
        ("th", "tha"),
        ("kmr", "ku kur"),
        ("fil", "tl tgl"),
        ("fr", "fra fre"),
        ("sw", "swa swh"),
        ("rw", "kin"),
        ("rn", "run"),
        ("lt", "lit"),
        ("ro", "mo mol ron rum"),
        ("es", "spa"),
        ("vi", "vie"),
        ("zh-Hans", "zh zho chi cmn"),
        ("zh-Hant", "zh-tw zh-hk zh-mo cmn-hant cmn-tw yue"),
    }
        .SelectMany(entry => entry.Others.Split(' '), (entry, other) => KeyValuePair.Create(other, entry.Name))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every culture of the table.</summary>
    public static ImmutableArray<Culture> All => s_byName.Values;

    /// <summary>The culture of that name, ignoring case; null when the table has none.</summary>
    public static Culture? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>
    /// What the language of a tag is called, nearest first: the tag itself, with hyphens, then the table's own names of the language
    /// (<c>nb</c> for <c>nb-NO</c> and <c>no-bok</c>, <c>zh-Hant</c> for <c>zh_TW</c>). <c>no</c> is both kinds of Norwegian.
    /// </summary>
    public static IReadOnlyList<string> NamesOf(string tag)
    {
        var names = new List<string> { LanguageTag.Hyphenated(tag) };
        if (FindOwn(tag) is { } own)
        {
            names.Add(own.Name);
            if (own.Name == "no")
            {
                names.AddRange(own.Fallbacks);
            }
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The table's culture for the language of a tag; null when it has none, or when it is no language tag.</summary>
    public static Culture? FindOwn(string tag) =>
        LanguageTag.TryParse(tag, out var read)
            ? read
                .Meanings.Select(meaning => Find(meaning) ?? Find(s_byOtherName.GetValueOrDefault(meaning, "")))
                .FirstOrDefault(found => found is not null)
            : null;

    /// <summary>
    /// The cultures that may answer for <paramref name="name"/>, itself first: the names of its language, and its fallbacks. One that the
    /// table does not know stands alone; a site goes on with its default (<c>SiteSettings.AnswerChain</c>).
    /// </summary>
    public static IReadOnlyList<string> AnswerChain(string name) =>
        [.. NamesOf(name).Concat(FindOwn(name)?.Fallbacks ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The offered culture for somebody who has these wishes, dearest first: one whose language is wished for, of two that are the same
    /// language the one that is offered first; else the first along the wishes' fallbacks; else null.
    /// </summary>
    /// <param name="wishes">Language tags.</param>
    /// <param name="offered">Names of cultures.</param>
    /// <param name="alongFallbacks">Whether another language will do.</param>
    public static string? Choose(IReadOnlyList<string> wishes, IReadOnlyList<string> offered, bool alongFallbacks = true) =>
        wishes.Select(wish => FindOffered(NamesOf(wish), offered)).FirstOrDefault(found => found is not null)
        ?? wishes
            .Where(_ => alongFallbacks)
            .SelectMany(AnswerChain)
            .Select(name => FindOffered([name], offered))
            .FirstOrDefault(found => found is not null);

    /// <summary>
    /// The table's name for a culture as Orchard Core and .NET may write it: <c>nb-NO</c>, <c>NB</c> and <c>nb_NO</c> are <c>nb</c>. One
    /// whose language the table does not know stays as it is written.
    /// </summary>
    public static string Canonical(string name) => FindOwn(name.Trim())?.Name ?? name;

    /// <summary>
    /// The one of the served cultures that is of the language of <paramref name="name"/>, whatever region or spelling is given; null when
    /// none is. It never goes over to another language.
    /// </summary>
    public static string? FindAmong(string name, IReadOnlyList<string> served) => Choose([name.Trim()], served, alongFallbacks: false);

    private static string? FindOffered(IReadOnlyList<string> names, IReadOnlyList<string> offered) =>
        // The tag itself is nearer than the other names of its language.
        offered.FirstOrDefault(candidate => candidate.Equals(names[0], StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(candidate => names.Contains(candidate, StringComparer.OrdinalIgnoreCase));

    private static Culture Define(string name, string nativeName, string script, string formatting, params ReadOnlySpan<string> fallbacks)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(formatting).Clone();
        culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? new GregorianCalendar();
        culture.NumberFormat.NativeDigits = CultureInfo.InvariantCulture.NumberFormat.NativeDigits;
        return new(name, nativeName, script == "Arab", script, [.. fallbacks], culture);
    }
}
