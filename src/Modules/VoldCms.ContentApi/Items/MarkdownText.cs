using System.Text.Json.Nodes;
using Markdig;
using VoldCms.ContentManagement.Html;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentApi.Items;

/// <summary>Stored Markdown as HTML that is safe to show.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string? ToHtml(JsonNode? stored) =>
        LenientJson.Text(stored) is { } markdown ? HtmlSanitizer.Sanitize(Markdown.ToHtml(markdown, s_pipeline)).Html : null;
}
