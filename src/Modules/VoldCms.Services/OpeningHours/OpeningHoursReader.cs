using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VoldCms.Services.OpeningHours;

/// <summary>The text and how far it is read. Spaces before what is asked for are skipped; they mean nothing outside comments.</summary>
internal sealed class OpeningHoursReader(string text)
{
    private const int LongestFound = 20;

    private int _position;

    /// <summary>Where the next sign that is no space stands; the text's length when there is none.</summary>
    public int Position
    {
        get => _position = EndOf(_position, sign => sign == ' ');
        set => _position = value;
    }

    public bool IsAtEnd => Position == text.Length;

    public bool IsNext(char sign) => At(Position) == sign;

    /// <summary>The ASCII letters that stand next, or an empty text.</summary>
    public string NextWord => text[Position..EndOf(Position, char.IsAsciiLetter)];

    /// <summary>How many ASCII digits stand next.</summary>
    public int NextDigits => EndOf(Position, char.IsAsciiDigit) - Position;

    /// <summary>Whether what stands next is meant as a time, be it a wrong one: digits and a colon.</summary>
    public bool IsNextTime => NextDigits > 0 && At(Position + NextDigits) == ':';

    /// <summary>Whether a number of that many digits stands next that is not the beginning of a time.</summary>
    public bool IsNextNumber(int digits) => NextDigits == digits && !IsNextTime;

    public bool Accept(string sign)
    {
        if (string.CompareOrdinal(text, Position, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        Position += sign.Length;
        return true;
    }

    public bool AcceptWord(string word)
    {
        if (NextWord != word)
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    public void Expect(string sign)
    {
        if (!Accept(sign))
        {
            FailExpecting(sign);
        }
    }

    /// <summary>Reads a number of exactly that many digits.</summary>
    public int ExpectNumber(int digits, string example)
    {
        if (!IsNextNumber(digits))
        {
            FailExpecting(example);
        }

        return ReadDigits(digits);
    }

    /// <summary>Reads digits that are known to stand next.</summary>
    public int ReadDigits(int count)
    {
        var start = Position;
        Position = start + count;
        return int.Parse(text.AsSpan(start, count), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads up to and with the next <paramref name="sign"/>, and gives what stands before it, spaces and all.</summary>
    public string ExpectUpTo(char sign)
    {
        var start = _position;
        var end = text.IndexOf(sign, start);
        if (end < 0)
        {
            Fail(OpeningHoursFault.Unexpected, text.Length, sign.ToString());
        }

        _position = end + 1;
        return text[start..end];
    }

    [DoesNotReturn]
    public void FailExpecting(params ImmutableArray<string> expected) => Fail(OpeningHoursFault.Unexpected, Position, expected);

    [DoesNotReturn]
    public void Fail(OpeningHoursFault fault, int position, params ImmutableArray<string> expected)
    {
        var found = text[position..Math.Min(text.Length, EndOfFound(position))];
        throw new OpeningHoursSyntaxException(new OpeningHoursError(fault, position, found, expected));
    }

    private char? At(int position) => position < text.Length ? text[position] : null;

    private int EndOf(int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }

    // A word, a date, a time or a span with their own signs, or one sign.
    private int EndOfFound(int start)
    {
        var end = EndOf(start, sign => char.IsLetterOrDigit(sign) || sign is ':' or '.' or '-' or '–' or '[');
        return Math.Min(Math.Max(end, start + 1), start + LongestFound);
    }
}
