using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// The interface's texts in one language, as one tenant has them. In Razor: <c>@T["Plans"]</c>,
/// <c>@T["{0} of {1}", number, total]</c>, <c>@T.Plural(count, "{0} measure", "{0} measures")</c>; in an attribute
/// <c>@T["Plans"].Value</c>. Immutable, thread-safe.
/// </summary>
public sealed class Texts
{
    private readonly TextCatalog _catalog;
    private readonly IReadOnlyList<string> _chain;
    private readonly string? _tenant;

    internal Texts(TextCatalog catalog, Culture culture, string? tenant)
    {
        _catalog = catalog;
        _chain = Cultures.AnswerChain(culture.Name);
        _tenant = tenant;
        Culture = culture;
    }

    /// <summary>The language that is asked first.</summary>
    public Culture Culture { get; }

    /// <summary>Whether no person has checked the language's texts yet: its pages say so.</summary>
    public bool AreMachineTranslated => _catalog.IsMachineTranslated(Culture.Name);

    /// <summary>The text for an English wording; along the culture's fallbacks, at last the wording itself.</summary>
    public Wording this[string english] => Find(null, english) ?? InLanguage(TextCatalog.SourceCulture, english);

    /// <summary>
    /// The text with its placeholders filled, numbers as the culture writes them. Where it is read from right to left, what is
    /// filled in keeps its own order.
    /// </summary>
    public Wording this[string english, params ReadOnlySpan<object?> arguments]
    {
        get
        {
            var text = this[english];
            return Fill(text.Value, IsolateIn(text.OtherLanguage ?? Culture, arguments)) is { } filled
                ? text with
                {
                    Value = filled,
                }
                : InLanguage(TextCatalog.SourceCulture, Fill(english, arguments) ?? english);
        }
    }

    /// <summary>The text for a wording that means this here and something else elsewhere.</summary>
    public Wording InContext(string context, string english) => Find(context, english) ?? this[english];

    /// <summary>The form that the number takes; <c>{0}</c> is the number.</summary>
    /// <param name="number">Not negative.</param>
    /// <param name="one">The English wording for one: the key.</param>
    /// <param name="many">The English wording for any other number.</param>
    public Wording Plural(long number, string one, string many)
    {
        var (culture, format) = (TextCatalog.SourceCulture, number == 1 ? one : many);
        if (_catalog.Find(_chain, _tenant, new(null, one)) is { } found)
        {
            var form = PluralRules.FormOf(found.Culture, number);
            (culture, format) = (found.Culture, form < found.Forms.Length ? found.Forms[form] : found.Forms[^1]);
        }

        var key = number == 1 ? one : many;
        return Fill(format, [number]) is { } filled
            ? InLanguage(culture, filled)
            : InLanguage(TextCatalog.SourceCulture, Fill(key, [number]) ?? key);
    }

    // Files are checked at the start (PoCheck). Should one be broken all the same, its English key answers: no text takes a page down.
    private string? Fill(string format, ReadOnlySpan<object?> arguments)
    {
        try
        {
            return string.Format(Culture.Formatting, format, arguments);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: marks, since the words go into attributes and titles too.
    private static ReadOnlySpan<object?> IsolateIn(Culture culture, ReadOnlySpan<object?> arguments) =>
        culture.IsRightToLeft
            ? arguments.ToArray().Select(argument => argument is string or Wording ? $"\u2068{argument}\u2069" : argument).ToArray()
            : arguments;

    private Wording? Find(string? context, string english) =>
        _catalog.Find(_chain, _tenant, new(context, english)) is { } found ? InLanguage(found.Culture, found.Forms[0]) : null;

    private Wording InLanguage(string culture, string text) =>
        new(text, culture.Equals(Culture.Name, StringComparison.OrdinalIgnoreCase) ? null : Cultures.Find(culture));
}
