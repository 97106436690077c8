using System.Globalization;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// The interface's texts in one language, as one tenant has them. In Razor: <c>@T["Plans"]</c>,
/// <c>@T["{0} of {1}", number, total]</c>, <c>@T.Plural(count, "{0} measure", "{0} measures")</c>. Immutable, thread-safe.
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

    public Culture Culture { get; }

    /// <summary>The text for an English wording; along the culture's fallbacks, at last the wording itself.</summary>
    public string this[string english] => Find(null, english) ?? english;

    /// <summary>The text with its placeholders filled, numbers as the culture writes them.</summary>
    public string this[string english, params ReadOnlySpan<object?> arguments] =>
        string.Format(Culture.Formatting, this[english], arguments);

    /// <summary>The text for a wording that means this here and something else elsewhere.</summary>
    public string InContext(string context, string english) => Find(context, english) ?? this[english];

    /// <summary>The form that the number takes; <c>{0}</c> is the number.</summary>
    /// <param name="number">Not negative.</param>
    /// <param name="one">The English wording for one: the key.</param>
    /// <param name="many">The English wording for any other number.</param>
    public string Plural(long number, string one, string many)
    {
        var format = number == 1 ? one : many;
        if (_catalog.Find(_chain, _tenant, new(null, one)) is { } found)
        {
            var form = PluralRules.FormOf(found.Culture, number);
            format = form < found.Forms.Length ? found.Forms[form] : format;
        }

        return string.Format(Culture.Formatting, format, number);
    }

    private string? Find(string? context, string english) => _catalog.Find(_chain, _tenant, new(context, english))?.Forms[0];
}
