using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Mutations;

/// <summary>An input object for content, and where each of its fields is stored. Immutable.</summary>
internal sealed class ContentInput
{
    private readonly Lazy<FrozenDictionary<string, InputMember>> _members;

    /// <param name="name">In the schema.</param>
    /// <param name="members">Called once; of two with one name the first stays.</param>
    /// <param name="isOneOf">Whether exactly one field is to be given.</param>
    public ContentInput(string name, Func<IEnumerable<InputMember>> members, bool isOneOf = false)
    {
        var ordered = new Lazy<ImmutableArray<InputMember>>(() => [.. members().DistinctBy(member => member.Input.Name)]);
        _members = new(() => ordered.Value.ToFrozenDictionary(member => member.Input.Name, StringComparer.Ordinal));
        Type = new InputObjectType(name, () => ordered.Value.Select(member => member.Input)) { IsOneOf = isOneOf };
    }

    public InputObjectType Type { get; }

    public IEnumerable<InputMember> Members => _members.Value.Values;

    /// <summary>
    /// The given fields in the stored form. What was not given is not there; what was given as null is null, which takes it away.
    /// </summary>
    public JsonObject ToJson(IReadOnlyDictionary<string, object?> given)
    {
        var json = new JsonObject();
        foreach (var (name, value) in given)
        {
            _members.Value[name].WriteTo(json, value);
        }

        return json;
    }

    /// <summary>
    /// The input's name for a path in the stored form, <c>form.url</c> for <c>HelpPage.Form.Url</c>; null when none leads there.
    /// </summary>
    public string? FindInputPath(string storedPath)
    {
        var found = Members.Where(member => member.Leads(storedPath)).MaxBy(member => member.StoredPath.Length);
        if (found is null)
        {
            return null;
        }

        var rest = storedPath[found.StoredPath.Length..].TrimStart('.');
        return rest.Length > 0 && found.Inner?.FindInputPath(rest) is { } below ? $"{found.Input.Name}.{below}" : found.Input.Name;
    }
}

/// <summary>A field of an input object.</summary>
/// <param name="Input">As the schema shows it.</param>
/// <param name="Path">
/// The keys in the stored form, from the object that the input stands for; none for what is not stored among the parts.
/// </param>
/// <param name="Convert">From a coerced value, never null, to the stored form.</param>
/// <param name="Inner">The input that the value is; null for a leaf or a list.</param>
internal sealed record InputMember(
    InputValueDefinition Input,
    ImmutableArray<string> Path,
    Func<object, JsonNode?> Convert,
    ContentInput? Inner = null
)
{
    public string StoredPath { get; } = string.Join('.', Path);

    /// <summary>Whether the value at that path comes from this field.</summary>
    public bool Leads(string storedPath) =>
        !Path.IsEmpty
        && storedPath.StartsWith(StoredPath, StringComparison.OrdinalIgnoreCase)
        && (storedPath.Length == StoredPath.Length || storedPath[StoredPath.Length] is '.' or '[');

    public void WriteTo(JsonObject json, object? value)
    {
        if (Path.IsEmpty)
        {
            return;
        }

        var owner = json;
        foreach (var key in Path[..^1])
        {
            if (owner[key] is not JsonObject next)
            {
                owner[key] = next = [];
            }

            owner = next;
        }

        owner[Path[^1]] = value is null ? null : Convert(value);
    }
}
