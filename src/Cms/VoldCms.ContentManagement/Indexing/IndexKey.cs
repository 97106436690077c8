using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Indexing;

/// <summary>
/// Values as bytes whose order, byte by byte, is the values' order: so equality, ranges and sorting are one comparison on
/// every database, and all databases answer alike. The first byte is the kind; <see cref="None"/> comes before all.
/// </summary>
public static class IndexKey
{
    /// <summary>The longest text that is indexed, in characters (Orchard Core's limit); the rest is not compared.</summary>
    public const int MaximumTextLength = 766;

    // Some 160 letters: nobody looks for the order of texts that are alike for longer, and every index row carries the bytes.
    private const int MaximumSortKeyLength = 160;

    private const byte NoneTag = 0x00;
    private const byte BooleanTag = 0x10;
    private const byte NumberTag = 0x20;
    private const byte DateTimeTag = 0x30;
    private const byte TimeTag = 0x40;
    private const byte TextTag = 0x50;

    /// <summary>No value.</summary>
    public static byte[] None { get; } = [NoneTag];

    /// <summary>The key of a value: the bytes of two values compare as the values do, and values of different kinds never meet.</summary>
    public static byte[] Of(ContentValue value) =>
        value.Kind switch
        {
            ContentValueKind.Text => OfText(value.AsText()),
            ContentValueKind.Number => OfNumber(value.AsNumber()),
            ContentValueKind.Boolean => [BooleanTag, value.AsBoolean() ? (byte)1 : (byte)0],
            ContentValueKind.DateTime => OfTicks(DateTimeTag, value.AsDateTime().UtcTicks),
            ContentValueKind.Time => OfTicks(TimeTag, value.AsTime().Ticks),
            _ => throw new System.Diagnostics.UnreachableException(value.Kind.ToString()),
        };

    /// <summary>Folds as <see cref="Fold"/> does, cuts at <see cref="MaximumTextLength"/> and writes UTF-8.</summary>
    public static byte[] OfText(string text)
    {
        var folded = Fold(text);
        var length = Math.Min(folded.Length, MaximumTextLength);
        if (length < folded.Length && char.IsHighSurrogate(folded[length - 1]))
        {
            length--;
        }

        var bytes = new byte[1 + Encoding.UTF8.GetByteCount(folded.AsSpan(0, length))];
        bytes[0] = TextTag;
        Encoding.UTF8.GetBytes(folded.AsSpan(0, length), bytes.AsSpan(1));
        return bytes;
    }

    /// <summary>The key of an id, in the form in which ids are compared.</summary>
    public static byte[] OfId(string folded) => [TextTag, .. Encoding.UTF8.GetBytes(folded)];

    /// <summary>
    /// The bytes of a folded text without the kind byte: what <c>contains</c>, <c>starts with</c> and <c>ends with</c> look for.
    /// </summary>
    public static byte[] OfTextFragment(string text) => Encoding.UTF8.GetBytes(Fold(text));

    /// <summary>The text without regard to case and width; accents and æ, ø, å are kept.</summary>
    public static string Fold(string text)
    {
        var sound = Sound(text);
        var normal = sound.IsNormalized(NormalizationForm.FormKC) ? sound : sound.Normalize(NormalizationForm.FormKC);
        return normal.ToLowerInvariant();
    }

    // Half characters, and the 66 code points that are no characters, have no normal form: asking for it throws.
    private static string Sound(string text)
    {
        var span = text.AsSpan();
        if (
            !span.ContainsAnyInRange('\ud800', '\udfff')
            && !span.ContainsAnyInRange('\ufdd0', '\ufdef')
            && !span.ContainsAnyInRange('\ufffe', '\uffff')
        )
        {
            return text;
        }

        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isNone = (rune.Value & 0xfffe) == 0xfffe || rune.Value is >= 0xfdd0 and <= 0xfdef;
            sound.Append(isNone ? Rune.ReplacementChar : rune);
        }

        return sound.ToString();
    }

    /// <summary>Bytes that sort as <paramref name="culture"/> does, ignoring case; bounded, so very long texts tie.</summary>
    public static byte[] SortKeyOf(string text, CultureInfo culture)
    {
        var shortened = text.Length > MaximumTextLength ? text[..MaximumTextLength] : text;
        var key = culture.CompareInfo.GetSortKey(shortened, CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth).KeyData;
        return key.Length > MaximumSortKeyLength ? key[..MaximumSortKeyLength] : key;
    }

    private static byte[] OfTicks(byte tag, long ticks)
    {
        var bytes = new byte[9];
        bytes[0] = tag;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(1), (ulong)ticks ^ (1UL << 63));
        return bytes;
    }

    // 2^96 is the first magnitude that a decimal cannot hold, and its scale goes to 28: scaled to 28 places every decimal
    // is a whole number of at most 190 bits, so 25 bytes with a bias put all of them, exactly, into one order.
    private static byte[] OfNumber(decimal number)
    {
        var scale = (decimal.GetBits(number)[3] >> 16) & 0xFF;
        var unscaled =
            new System.Numerics.BigInteger(number < 0 ? -1 : 1)
            * (
                (((System.Numerics.BigInteger)(uint)decimal.GetBits(number)[2] << 32) + (uint)decimal.GetBits(number)[1] << 32)
                + (uint)decimal.GetBits(number)[0]
            );
        var biased = unscaled * System.Numerics.BigInteger.Pow(10, 28 - scale) + (System.Numerics.BigInteger.One << 192);
        var magnitude = biased.ToByteArray(isUnsigned: true, isBigEndian: true);
        var bytes = new byte[26];
        bytes[0] = NumberTag;
        magnitude.CopyTo(bytes.AsSpan(26 - magnitude.Length));
        return bytes;
    }
}
