using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Turns byte offsets of a source into lines and columns, given in order: the text is read once however many there are. Lines and
/// columns as <see cref="GraphQLSource.GetLocation"/> counts them.
/// </summary>
internal ref struct LocationSweep(GraphQLSource source)
{
    private readonly ReadOnlySpan<byte> _text = source.Utf8.Span;
    private int _position;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The place of <paramref name="offset"/>, which is not before the one asked for last.</summary>
    public SourceLocation MoveTo(int offset)
    {
        for (; _position < offset && _position < _text.Length; _position++)
        {
            var unit = _text[_position];
            if (unit == '\n' || (unit == '\r' && !_text[(_position + 1)..].StartsWith("\n"u8)))
            {
                _line++;
                _column = 1;
            }
            else
            {
                _column += Utf16Length(unit);
            }
        }

        return new SourceLocation(_line, _column);
    }

    /// <summary>A character counts where its first byte is: none for the bytes that continue one, two beyond the first plane.</summary>
    private static int Utf16Length(byte unit) =>
        (unit & 0b1100_0000) == 0b1000_0000 ? 0
        : unit >= 0b1111_0000 ? 2
        : 1;
}
