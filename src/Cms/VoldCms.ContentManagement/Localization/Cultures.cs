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
    string Name, string NativeName, bool IsRightToLeft, string Script, ImmutableArray<string> Fallbacks, CultureInfo Formatting)
{
    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";
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
        Define("no", "Norsk", "Latn", "nb-NO", "nb"),
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
    }.ToFrozenDictionary(culture => culture.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every culture of the table.</summary>
    public static ImmutableArray<Culture> All => s_byName.Values;

    /// <summary>The culture of that name, ignoring case; null when the table has none.</summary>
    public static Culture? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>
    /// The cultures that may answer for <paramref name="name"/>, itself first. A culture with a region (<c>nb-NO</c>) goes on
    /// with its language; one that the table does not know stands alone.
    /// </summary>
    public static IReadOnlyList<string> AnswerChain(string name)
    {
        var chain = new List<string> { name };
        var language = name;
        while (Find(language) is null && language.LastIndexOf('-') is > 0 and var dash)
        {
            language = language[..dash];
            chain.Add(language);
        }

        chain.AddRange(Find(language)?.Fallbacks ?? []);
        return chain;
    }

    private static Culture Define(string name, string nativeName, string script, string formatting, params ReadOnlySpan<string> fallbacks)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(formatting).Clone();
        culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? new GregorianCalendar();
        culture.NumberFormat.NativeDigits = CultureInfo.InvariantCulture.NumberFormat.NativeDigits;
        return new(name, nativeName, script == "Arab", script, [.. fallbacks], culture);
    }
}
