using System.Collections.Immutable;
using System.Text;
using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Language;

/// <summary>The UTF-8 text that a document was read from. Immutable as long as nobody writes to the memory it was given.</summary>
/// <remarks>The source keeps the caller's memory, it does not copy it: lend it memory that outlives the document.</remarks>
public sealed class GraphQLSource(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The text, UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>Copies <paramref name="text"/> to UTF-8; a lone surrogate becomes U+FFFD.</summary>
    public GraphQLSource(string text)
        : this(Encoding.UTF8.GetBytes(text)) { }

    /// <summary>Turns a byte offset into a line and a column. Reads the text up to the offset: meant for errors.</summary>
    public SourceLocation GetLocation(int offset)
    {
        var text = Utf8.Span[..Math.Min(offset, Utf8.Length)];
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !StartsWithLineFeed(Utf8.Span[(i + 1)..])))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, 1 + Encoding.UTF8.GetCharCount(text[lineStart..]));
    }

    /// <summary>An error about what stands here: each span becomes a location.</summary>
    public GraphQLError ErrorAt(string message, params ReadOnlySpan<SourceSpan> spans)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(spans.Length);
        foreach (var span in spans)
        {
            locations.Add(GetLocation(span.Start));
        }

        return new GraphQLError(message) { Locations = locations.MoveToImmutable() };
    }

    /// <summary>The text itself.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    private static bool StartsWithLineFeed(ReadOnlySpan<byte> text) => text is [(byte)'\n', ..];
}
