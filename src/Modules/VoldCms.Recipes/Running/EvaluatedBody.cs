using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Running;

/// <summary>A step's body whose expressions are evaluated while its tree is copied.</summary>
internal sealed class EvaluatedBody(JsonElement body, IRecipeFiles files, RecipeScripts scripts, Action<string, string> warn) : RecipeBody
{
    private readonly Stack<string> _path = new();
    private bool _isAgain;

    public override IRecipeFiles Files { get; } = files;

    public override JsonObject Read() => (JsonObject)Copy(body)!;

    public override JsonObject ReadAgain()
    {
        _isAgain = true;
        try
        {
            return Read();
        }
        finally
        {
            _isAgain = false;
        }
    }

    public override IEnumerable<RecipeElement> ReadEach(string key)
    {
        if (FindList(key) is not { } list)
        {
            yield break;
        }

        var index = 0;
        foreach (var element in list.Value.EnumerateArray())
        {
            var path = $"{list.Name}[{index++}]";
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw new RecipeFaultException(path, $"is {RecipeReader.Describe(element)}; expected an object");
            }

            _path.Push(path);
            var copy = (JsonObject)Copy(element)!;
            _path.Pop();
            yield return new(path, copy);
        }
    }

    public override int Count(string key) =>
        FindMember(key) is { Value.ValueKind: JsonValueKind.Array } list ? list.Value.GetArrayLength() : 0;

    public override void Warn(string path, string message) => warn(path, message);

    private JsonProperty? FindList(string key)
    {
        if (FindMember(key) is not { Value.ValueKind: not JsonValueKind.Null } member)
        {
            return null;
        }

        return member.Value.ValueKind == JsonValueKind.Array
            ? member
            : throw new RecipeFaultException(member.Name, $"is {RecipeReader.Describe(member.Value)}; expected a list");
    }

    private JsonProperty? FindMember(string key)
    {
        JsonProperty? found = null;
        foreach (var member in body.EnumerateObject())
        {
            if (member.NameEquals(key))
            {
                return member;
            }

            if (string.Equals(member.Name, key, StringComparison.OrdinalIgnoreCase))
            {
                found ??= member;
            }
        }

        return found;
    }

    // As deep as the reader lets a recipe be, which the stack bears easily.
    private JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var copy = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    _path.Push(member.Name);
                    copy.Add(member.Name, Copy(member.Value));
                    _path.Pop();
                }

                return copy;
            case JsonValueKind.Array:
                var list = new JsonArray();
                foreach (var member in element.EnumerateArray())
                {
                    _path.Push(string.Create(CultureInfo.InvariantCulture, $"[{list.Count}]"));
                    list.Add(Copy(member));
                    _path.Pop();
                }

                return list;
            case JsonValueKind.String:
                return JsonValue.Create(Evaluate(element.GetString()!));
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? JsonValue.Create(whole) : JsonValue.Create(element.Clone());
            case JsonValueKind.True or JsonValueKind.False:
                return JsonValue.Create(element.GetBoolean());
            default:
                return null;
        }
    }

    private string Evaluate(string text)
    {
        try
        {
            var value = text.Length > 0 && text[0] == '[' ? scripts.Evaluate(text, WarnHere) : text;
            return value.Contains('\0') ? throw new ScriptFaultException("it holds the character U+0000, which no text may") : value;
        }
        catch (ScriptFaultException fault)
        {
            throw new RecipeFaultException(CurrentPath(), $"'{Shorten(text)}' cannot be evaluated: {fault.Message}");
        }
        catch (RecipeFaultException fault)
        {
            throw new RecipeFaultException(CurrentPath(), fault.Message);
        }
    }

    private void WarnHere(string message)
    {
        if (!_isAgain)
        {
            warn(CurrentPath(), message);
        }
    }

    private string CurrentPath()
    {
        var path = new StringBuilder();
        foreach (var segment in _path.Reverse())
        {
            if (path.Length > 0 && (segment.Length == 0 || segment[0] != '['))
            {
                path.Append('.');
            }

            path.Append(segment);
        }

        return path.ToString();
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 80 ? line : line[..77] + "...";
    }
}
