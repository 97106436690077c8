using System.Text.Json;
using System.Text.Unicode;

namespace VoldCms.ContentApi.Http;

/// <summary>JSON from outside: what passes here can be read by everybody further in.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Parses JSON whose keys are there once and whose texts are whole characters without U+0000.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="value">The root; it needs no disposing.</param>
    /// <param name="fault">What is wrong, to be read after its name.</param>
    public static bool TryParse(byte[] utf8, out JsonElement value, out string fault)
    {
        value = default;
        fault = "is not UTF-8.";
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, s_options);
            if (!HasWholeTexts(document.RootElement))
            {
                fault = "holds the character U+0000.";
                return false;
            }

            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            fault = Explain(utf8);
            return false;
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says of half a surrogate pair, once the text is read.
            fault = "holds half a character.";
            return false;
        }
    }

    /// <summary>Why the parser has refused it.</summary>
    private static string Explain(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = utf8.Length + 1 });
        var objects = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= s_options.MaxDepth)
                {
                    return $"is nested more than {s_options.MaxDepth} levels deep.";
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        objects.Push([]);
                        break;
                    case JsonTokenType.EndObject:
                        objects.Pop();
                        break;
                    case JsonTokenType.PropertyName when reader.GetString() is { } key && !objects.Peek().Add(key):
                        return $"has the key \"{(key.Length > 40 ? $"{key[..40]}…" : key)}\" twice in one object.";
                }
            }

            return "is no JSON.";
        }
        catch (JsonException failure)
        {
            return utf8.IsEmpty
                ? "is empty; expected JSON."
                : $"is no JSON: line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}.";
        }
        catch (InvalidOperationException)
        {
            return "holds half a character.";
        }
    }

    private static bool HasWholeTexts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().All(member => IsWhole(member.Name) && HasWholeTexts(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().All(HasWholeTexts),
            JsonValueKind.String => IsWhole(element.GetString()),
            _ => true,
        };

    private static bool IsWhole(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
