using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;

namespace VoldCms.Services.Channels;

/// <summary>What a source says of a number or a place, in its own Norwegian words.</summary>
internal static class SourceWords
{
    /// <summary>The language that sources are written in.</summary>
    public const string Language = "nb";

    /// <summary>What names such words as the source's own where they are in another language than the page; else null.</summary>
    public static Wording? LabelOn(Texts texts) => texts.Culture.Name == Language ? null : texts["In the source's words:"];

    /// <summary>The words, marked with their language where that is not the page's.</summary>
    public static Wording On(Texts texts, string words) => new(words, texts.Culture.Name == Language ? null : Cultures.Find(Language));
}
