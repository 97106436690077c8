using System.Text;
using System.Text.RegularExpressions;

namespace VoldCms.GraphQLTests.Corpus;

/// <summary>Damages documents: a token dropped, doubled, swapped with its neighbour or put elsewhere, or a byte changed.</summary>
public sealed partial class Mutator(Random random)
{
    private static readonly byte[] s_marks = [.. "{}()[]:=@$!|&.\"#,\\ \n\r\t-+0e_a"u8];
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>One to three tokens of <paramref name="document"/> are damaged.</summary>
    public string DamageTokens(string document)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var i = 1 + random.Next(3); i > 0 && tokens.Count > 1; i--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(4))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    var next = (at + 1) % tokens.Count;
                    (tokens[at], tokens[next]) = (tokens[next], tokens[at]);
                    break;
                default:
                    tokens[at] = tokens[random.Next(tokens.Count)];
                    break;
            }
        }

        return string.Join(' ', tokens);
    }

    /// <summary>
    /// One to three tokens of <paramref name="document"/> are replaced by others of their kind: the syntax holds, the meaning may not.
    /// </summary>
    public string DamageMeaning(string document)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var at = random.Next(tokens.Count);
            var alike = tokens.Where(token => KindOf(token) == KindOf(tokens[at])).ToArray();
            tokens[at] = alike[random.Next(alike.Length)];
        }

        return string.Join(' ', tokens);
    }

    /// <summary>One to three bytes of <paramref name="document"/> are damaged; null when the outcome is no text in UTF-8.</summary>
    public string? DamageBytes(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document).ToList();
        for (var i = 1 + random.Next(3); i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(128));
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes[at] = s_marks[random.Next(s_marks.Length)];
                    break;
            }
        }

        try
        {
            return s_strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Names are one kind, values another, and of punctuation each sign its own.</summary>
    private static string KindOf(string token) =>
        char.IsLetter(token[0]) || token[0] == '_' ? "name"
        : char.IsDigit(token[0]) || token[0] is '"' or '-' ? "value"
        : token;

    [GeneratedRegex("""\"\"\"[\s\S]*?\"\"\"|"(?:[^"\\\n]|\\.)*"|\.\.\.|[_A-Za-z][_0-9A-Za-z]*|-?[0-9.eE+-]+|[^\s,]""")]
    private static partial Regex Token();
}
