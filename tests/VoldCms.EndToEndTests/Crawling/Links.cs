using AngleSharp.Dom;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>Where a page leads.</summary>
internal static class Links
{
    private static readonly string[] s_attributes = ["href", "src", "action", "data", "poster"];

    /// <summary>Path and query of everything of this site that the page names, without fragments, each once.</summary>
    public static IEnumerable<string> InsideOf(IDocument page) =>
        AllOf(page)
            .Where(address => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            .Select(address => address.Split('#')[0])
            .Distinct(StringComparer.Ordinal);

    /// <summary>What the browser fetches by itself to show the page.</summary>
    public static IEnumerable<string> ResourcesOf(IDocument page) =>
        page.QuerySelectorAll(
                "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=manifest], "
                    + "script[src], img, iframe, source, video, audio, object, embed"
            )
            .Select(element =>
                element.GetAttribute("href")
                ?? element.GetAttribute("src")
                ?? element.GetAttribute("srcset")
                ?? element.GetAttribute("data")
                ?? ""
            )
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> AllOf(IDocument page) =>
        from element in page.All
        from attribute in s_attributes
        let value = element.GetAttribute(attribute)
        where value is not null
        select value;
}
