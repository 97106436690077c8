using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Localization;

/// <summary>
/// Words that know which language they are in. In Razor, <c>@words</c> between tags marks itself with <c>lang</c> and
/// <c>dir</c> where it is not the language of the page; in an attribute, where no mark can stand, it is <see cref="Value"/>.
/// There is no way back to a string but by asking for it: what is made a string has forgotten its language. Immutable.
/// </summary>
/// <param name="Value">The words, not escaped.</param>
/// <param name="OtherLanguage">Their language where it is not the page's; else null.</param>
public sealed record Wording(string Value, Culture? OtherLanguage = null) : IHtmlContent
{
    /// <summary>Words in the language of what they stand in.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Wording?(string? value) => value is null ? null : new(value);

    /// <summary>Some words more, in the language of what they all stand in.</summary>
    public static IHtmlContent Join(string between, IEnumerable<Wording> all)
    {
        var joined = new HtmlContentBuilder();
        foreach (var words in all)
        {
            if (joined.Count > 0)
            {
                joined.Append(between);
            }

            joined.AppendHtml(words);
        }

        return joined;
    }

    /// <summary>For an element's <c>lang</c>.</summary>
    public string? Language => OtherLanguage?.Name;

    /// <summary>For an element's <c>dir</c>.</summary>
    public string? Direction => OtherLanguage?.Direction;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (OtherLanguage is null)
        {
            encoder.Encode(writer, Value);
            return;
        }

        writer.Write("<span lang=\"");
        writer.Write(OtherLanguage.Name);
        writer.Write("\" dir=\"");
        writer.Write(OtherLanguage.Direction);
        writer.Write("\">");
        encoder.Encode(writer, Value);
        writer.Write("</span>");
    }

    /// <summary>As <see cref="WriteTo"/> writes it.</summary>
    public string ToHtml(HtmlEncoder encoder)
    {
        using var writer = new StringWriter();
        WriteTo(writer, encoder);
        return writer.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
