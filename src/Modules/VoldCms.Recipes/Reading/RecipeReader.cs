using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Recipes.Reading;

/// <summary>
/// Reads a recipe: comments and trailing commas everywhere, <c>variables</c> and <c>steps</c> in exact lower case and in this
/// order, the other keys ignoring case. Every refusal is one line. Thread-safe.
/// </summary>
internal static class RecipeReader
{
    /// <param name="source">Where it lies.</param>
    /// <param name="maximumBytes">See <see cref="RecipeReadingOptions.MaximumBytes"/>.</param>
    public static Result<RecipeDocument> Read(RecipeSource source, int maximumBytes)
    {
        try
        {
            using var stream = source.Open();
            if (stream.Length > maximumBytes)
            {
                return Refuse(source, $"is {stream.Length} bytes; expected at most {maximumBytes} (setting Recipes:MaximumBytes)");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(source, bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse(source, "there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(source, $"cannot be read: {FirstLine(e.Message)}");
        }
    }

    private static Result<RecipeDocument> Parse(RecipeSource source, ReadOnlyMemory<byte> bytes)
    {
        var utf8 = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (FindEncodingFault(utf8.Span) is { } encoding)
        {
            return Refuse(source, encoding);
        }

        try
        {
            Scan(utf8.Span);
            var document = JsonDocument.Parse(
                utf8,
                new JsonDocumentOptions
                {
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                    MaxDepth = RecipeReadingOptions.MaximumDepth,
                    AllowDuplicateProperties = false,
                }
            );
            return ReadRoot(source, utf8, document.RootElement);
        }
        catch (JsonException e)
        {
            // Lines and columns count from 0 there, and stand at the end of the message.
            var where = e.LineNumber is { } line ? $"line {line + 1}, column {e.BytePositionInLine + 1}: " : "";
            var message = FirstLine(e.Message);
            var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return Refuse(source, where + (tail < 0 ? message : message[..tail]));
        }
    }

    private static string? FindEncodingFault(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return utf8.IsEmpty ? "is empty; expected a JSON object" : null;
        }

        if (utf8 is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "is encoded in UTF-16; expected UTF-8";
        }

        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return $"line {JsonLines.OfOffset(utf8, at)}: the byte 0x{utf8[at]:X2} is not valid UTF-8 there; expected a file in UTF-8";
    }

    /// <summary>
    /// What the parser would only find when a value is asked for: too deep, or half a surrogate pair written as an escape.
    /// </summary>
    private static void Scan(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = int.MaxValue,
            }
        );
        while (reader.Read())
        {
            if (
                reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                && reader.CurrentDepth >= RecipeReadingOptions.MaximumDepth
            )
            {
                throw Fault(
                    utf8,
                    reader.TokenStartIndex,
                    $"objects and lists lie in each other deeper than {RecipeReadingOptions.MaximumDepth} levels"
                );
            }

            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    throw Fault(
                        utf8,
                        reader.TokenStartIndex,
                        "the text has half of a surrogate pair (\\uD800 to \\uDFFF); expected both halves"
                    );
                }
            }
        }
    }

    private static JsonException Fault(ReadOnlySpan<byte> utf8, long offset, string message)
    {
        var before = utf8[..(int)offset];
        return new JsonException(message, null, before.Count((byte)'\n'), offset - (before.LastIndexOf((byte)'\n') + 1));
    }

    private static Result<RecipeDocument> ReadRoot(RecipeSource source, ReadOnlyMemory<byte> utf8, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse(source, $"is {Describe(root)}; expected an object with \"name\" and \"steps\"");
        }

        var warnings = ImmutableArray.CreateBuilder<string>();
        string name = "",
            displayName = "",
            description = "";
        var isSetupRecipe = false;
        JsonElement? variables = null,
            steps = null;
        foreach (var member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "variables" when member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null):
                    return Refuse(source, utf8, "variables", $"is {Describe(member.Value)}; expected an object");
                case "variables" when steps is not null:
                    warnings.Add($"{source.Label}: variables: stands after steps, where it is not seen; move it before them");
                    break;
                case "variables":
                    variables = member.Value.ValueKind == JsonValueKind.Object ? member.Value : null;
                    break;
                case "steps" when member.Value.ValueKind != JsonValueKind.Array:
                    return Refuse(source, utf8, "steps", $"is {Describe(member.Value)}; expected a list of steps");
                case "steps":
                    steps = member.Value;
                    break;
                default:
                    if (ReadDescriptor(member) is { } expected)
                    {
                        return Refuse(source, utf8, member.Name, $"is {Describe(member.Value)}; expected {expected}");
                    }

                    break;
            }
        }

        if (steps is not { } given)
        {
            return
                root.EnumerateObject()
                    .Select(member => member.Name)
                    .FirstOrDefault(name => name.Equals("steps", StringComparison.OrdinalIgnoreCase))
                    is { } misspelt
                ? Refuse(source, utf8, misspelt, "is not read in this spelling; expected \"steps\" in lower case")
                : Refuse(source, "line 1: has no \"steps\"; expected a list of steps");
        }

        if (!ReadSteps(source, utf8, given).TryGet(out var list, out var error))
        {
            return error;
        }

        return new RecipeDocument(
            source,
            utf8,
            new(name, displayName, description, isSetupRecipe),
            variables,
            list,
            warnings.ToImmutable()
        );

        string? ReadDescriptor(JsonProperty member)
        {
            var value = member.Value;
            return member.Name.ToLowerInvariant() switch
            {
                "name" => ReadText(value, ref name),
                "displayname" => ReadText(value, ref displayName),
                "description" => ReadText(value, ref description),
                "issetuprecipe" => ReadFlag(value, ref isSetupRecipe),
                _ => null,
            };
        }
    }

    private static Result<ImmutableArray<RecipeStepElement>> ReadSteps(RecipeSource source, ReadOnlyMemory<byte> utf8, JsonElement steps)
    {
        var list = ImmutableArray.CreateBuilder<RecipeStepElement>();
        foreach (var step in steps.EnumerateArray())
        {
            var path = $"steps[{list.Count}]";
            if (step.ValueKind != JsonValueKind.Object)
            {
                return Refuse(source, utf8, path, $"is {Describe(step)}; expected an object with a \"name\"");
            }

            if (!step.TryGetProperty("name", out var name))
            {
                return Refuse(source, utf8, path, "has no \"name\" in lower case; expected the name of a step");
            }

            if (name.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(name.GetString()))
            {
                var what = name.ValueKind == JsonValueKind.String ? "empty" : Describe(name);
                return Refuse(source, utf8, $"{path}.name", $"is {what}; expected the name of a step");
            }

            list.Add(new(list.Count + 1, name.GetString()!, step));
        }

        return list.ToImmutable();
    }

    private static string? ReadText(JsonElement value, ref string text)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return "a text";
        }

        text = value.GetString() ?? "";
        return null;
    }

    private static string? ReadFlag(JsonElement value, ref bool flag)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            flag = value.GetBoolean();
            return null;
        }

        return value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out flag) ? null : "true or false";
    }

    internal static string Describe(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            _ => "null",
        };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd('\r', ' ');

    private static Invalid Refuse(RecipeSource source, ReadOnlyMemory<byte> utf8, string path, string message) =>
        Refuse(source, $"{path}, line {JsonLines.Find(utf8.Span, path)}: {message}");

    private static Invalid Refuse(RecipeSource source, string message) => new("recipe.refused", $"{source.Label}: {message}", []);
}
