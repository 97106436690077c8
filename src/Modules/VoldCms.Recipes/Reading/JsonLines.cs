using System.Globalization;
using System.Text.Json;

namespace VoldCms.Recipes.Reading;

/// <summary>Finds lines in well-formed JSON. Only used when there is a fault to tell, so it reads the text once more.</summary>
internal static class JsonLines
{
    public static int OfOffset(ReadOnlySpan<byte> utf8, long offset) => utf8[..(int)Math.Min(offset, utf8.Length)].Count((byte)'\n') + 1;

    /// <summary>
    /// The line of the value at a path such as <c>steps[2].data[0].TitlePart</c>; of the last value on the way when the path
    /// leads no further. Names are compared ignoring case.
    /// </summary>
    public static int Find(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = RecipeReadingOptions.MaximumDepth,
            }
        );
        reader.Read();
        var at = reader.TokenStartIndex;
        foreach (var segment in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            var found =
                segment[^1] == ']'
                    ? int.TryParse(segment.AsSpan(0, segment.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                        && MoveToElement(ref reader, index)
                    : MoveToMember(ref reader, segment);
            if (!found)
            {
                break;
            }

            at = reader.TokenStartIndex;
        }

        return OfOffset(utf8, at);
    }

    private static bool MoveToElement(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        for (var at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            if (at == index)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool MoveToMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
