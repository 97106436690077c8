namespace VoldCms.GraphQL.Language;

/// <summary>
/// What each byte can begin, looked up rather than compared: the lexer asks for every byte of a document. A punctuator's class is its
/// <see cref="TokenKind"/>; the others lie above all token kinds.
/// </summary>
internal static class ByteClasses
{
    public const byte Other = 0;
    public const byte Ignored = 64;
    public const byte NameStart = 128;
    public const byte NumberStart = 129;
    public const byte Digit = 130;

    private static readonly byte[] s_classes = Create();

    public static byte Of(byte letter) => s_classes[letter];

    /// <summary>Whether a name may go on with it: a letter, a digit or the underscore.</summary>
    public static bool IsNameContinue(byte letter) => s_classes[letter] is NameStart or Digit;

    private static byte[] Create()
    {
        var classes = new byte[256];
        foreach (var letter in " \t\n\r,"u8)
        {
            classes[letter] = Ignored;
        }

        foreach (var letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"u8)
        {
            classes[letter] = NameStart;
        }

        foreach (var letter in "0123456789"u8)
        {
            classes[letter] = Digit;
        }

        classes['-'] = NumberStart;
        ReadOnlySpan<(char Letter, TokenKind Kind)> punctuators =
        [
            ('!', TokenKind.Bang),
            ('$', TokenKind.Dollar),
            ('&', TokenKind.Ampersand),
            ('(', TokenKind.ParenLeft),
            (')', TokenKind.ParenRight),
            (':', TokenKind.Colon),
            ('=', TokenKind.EqualsSign),
            ('@', TokenKind.At),
            ('[', TokenKind.BracketLeft),
            (']', TokenKind.BracketRight),
            ('{', TokenKind.BraceLeft),
            ('|', TokenKind.Pipe),
            ('}', TokenKind.BraceRight),
        ];
        foreach (var (letter, kind) in punctuators)
        {
            classes[letter] = (byte)kind;
        }

        return classes;
    }
}
