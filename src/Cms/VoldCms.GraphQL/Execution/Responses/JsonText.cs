using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Writes JSON to a buffer, without keeping track of where it is: its caller knows. Escapes what JSON asks for and no more.
/// </summary>
internal ref struct JsonText(IBufferWriter<byte> output)
{
    private const int MinBuffer = 4096;

    private static readonly SearchValues<char> s_escapedChars = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r"
            + "\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"
    );

    private static readonly SearchValues<byte> s_escapedBytes = SearchValues.Create([
        (byte)'"',
        (byte)'\\',
        .. Enumerable.Range(0, 0x20).Select(control => (byte)control),
    ]);

    private Span<byte> _buffer;
    private int _used;

    /// <summary>Hands what is written to the output.</summary>
    public void Flush()
    {
        output.Advance(_used);
        _buffer = default;
        _used = 0;
    }

    public void WriteRaw(byte letter)
    {
        Reserve(1);
        _buffer[_used++] = letter;
    }

    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(_buffer[_used..]);
        _used += json.Length;
    }

    public void WriteNumber(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer[_used..], out var written);
        _used += written;
    }

    /// <summary>JSON has no infinity, and nothing that is no number: those are null.</summary>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteRaw("null"u8);
            return;
        }

        Reserve(32);
        value.TryFormat(_buffer[_used..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>All digits, those after the point with their zeros.</summary>
    public void WriteNumber(decimal value)
    {
        Reserve(32);
        value.TryFormat(_buffer[_used..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>Text between quotes; half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        WriteRaw((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAny(s_escapedChars);
            WritePlain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscaped((byte)text[plain]);
            text = text[(plain + 1)..];
        }

        WriteRaw((byte)'"');
    }

    /// <summary>Text that is UTF-8 already, between quotes.</summary>
    public void WriteString(ReadOnlySpan<byte> text)
    {
        WriteRaw((byte)'"');
        while (true)
        {
            var plain = text.IndexOfAny(s_escapedBytes);
            WriteRaw(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscaped(text[plain]);
            text = text[(plain + 1)..];
        }

        WriteRaw((byte)'"');
    }

    private void WritePlain(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Reserve(Math.Min(3 * text.Length, MinBuffer));
            Utf8.FromUtf16(text, _buffer[_used..], out var read, out var written, replaceInvalidSequences: true);
            _used += written;
            text = text[read..];
        }
    }

    private void WriteEscaped(byte letter)
    {
        switch (letter)
        {
            case (byte)'"':
                WriteRaw("\\\""u8);
                break;
            case (byte)'\\':
                WriteRaw("\\\\"u8);
                break;
            case (byte)'\b':
                WriteRaw("\\b"u8);
                break;
            case (byte)'\f':
                WriteRaw("\\f"u8);
                break;
            case (byte)'\n':
                WriteRaw("\\n"u8);
                break;
            case (byte)'\r':
                WriteRaw("\\r"u8);
                break;
            case (byte)'\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                WriteRaw((byte)(letter < 0x10 ? '0' : '1'));
                WriteRaw("0123456789abcdef"u8[letter & 0xF]);
                break;
        }
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _used < count)
        {
            output.Advance(_used);
            _buffer = output.GetSpan(Math.Max(count, MinBuffer));
            _used = 0;
        }
    }
}
