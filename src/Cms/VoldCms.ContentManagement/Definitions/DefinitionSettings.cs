using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentManagement.Definitions;

/// <summary>
/// The open bag of settings on a type, part or field: object name to object. What nobody here knows is kept and written
/// again unchanged. Immutable and thread-safe.
/// </summary>
public sealed class DefinitionSettings : IEquatable<DefinitionSettings>
{
    private static readonly JsonSerializerOptions s_lenient = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: true), new LenientBooleanConverter(), new LenientStringConverter() },
    };

    private readonly string _json;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Type, object> _typed = new();

    private DefinitionSettings(string json) => _json = json;

    /// <summary>No settings: everything is at its default.</summary>
    public static DefinitionSettings Empty { get; } = new("{}");

    /// <summary>A bag with these objects; <paramref name="json"/> is copied.</summary>
    public static DefinitionSettings From(JsonObject? json) => json is null || json.Count == 0 ? Empty : new(json.ToJsonString());

    /// <summary>
    /// The object named like <typeparamref name="T"/>, read leniently (case of keys, numbers and booleans as text, enums by
    /// name or number); a default instance when there is none or when it is of another shape.
    /// </summary>
    public T Get<T>()
        where T : class, new() => (T)_typed.GetOrAdd(typeof(T), static (type, json) => Read<T>(json), _json);

    /// <summary>The switch <c>Required</c> of a field's kind; off unless set.</summary>
    public bool IsRequired(string fieldName) => FindSwitch($"{fieldName}Settings", "Required") ?? false;

    /// <summary>
    /// The switch <c>SanitizeHtml</c> of a part's or field's kind; on unless the definition's author has vouched for the HTML.
    /// </summary>
    public bool Sanitizes(string kind) => FindSwitch($"{kind}Settings", "SanitizeHtml") ?? true;

    /// <summary>What the settings of a field's kind say to editors about it; null when they say nothing.</summary>
    public string? HintOf(string fieldName) =>
        (ToJson()[$"{fieldName}Settings"] as JsonObject)?.FindIgnoringCase("Hint") is { } node
        && LenientJson.Text(node) is { Length: > 0 } hint
            ? hint
            : null;

    /// <summary>A copy of the whole bag.</summary>
    public JsonObject ToJson() => (JsonObject)JsonNode.Parse(_json)!;

    /// <summary>
    /// Orchard Core's merge: objects merge, arrays are united, a null overwrites. Returns this very instance when nothing changes.
    /// </summary>
    public DefinitionSettings Merge(JsonObject? other)
    {
        if (other is null || other.Count == 0)
        {
            return this;
        }

        var merged = ToJson();
        SettingsMerge.Into(merged, other);
        var json = merged.ToJsonString();
        return json == _json ? this : new(json);
    }

    /// <inheritdoc/>
    public bool Equals(DefinitionSettings? other) =>
        other is not null && (_json == other._json || JsonNode.DeepEquals(ToJson(), other.ToJson()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DefinitionSettings);

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().Count;

    private bool? FindSwitch(string objectName, string key) =>
        (ToJson()[objectName] as JsonObject)?.FindIgnoringCase(key) is { } node
            ? LenientJson.Boolean(node) ?? (bool.TryParse(LenientJson.Text(node), out var flag) ? flag : null)
            : null;

    private static T Read<T>(string json)
        where T : class, new()
    {
        var bag = (JsonObject)JsonNode.Parse(json)!;
        if (bag[typeof(T).Name] is not JsonObject found)
        {
            return new T();
        }

        try
        {
            return found.Deserialize<T>(s_lenient) ?? new T();
        }
        catch (JsonException)
        {
            // The shape is somebody else's: it is kept in the bag, and read here as if it were not there.
            return new T();
        }
    }

    private sealed class LenientBooleanConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? bool.TryParse(reader.GetString(), out var value) && value : reader.GetBoolean();

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    private sealed class LenientStringConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>How settings are laid over settings.</summary>
internal static class SettingsMerge
{
    /// <summary>
    /// Lays <paramref name="source"/> over <paramref name="target"/>: objects merge, arrays are united, all else replaces.
    /// </summary>
    public static void Into(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            switch (target[name], value)
            {
                case (JsonObject before, JsonObject after):
                    Into(before, after);
                    break;
                case (JsonArray before, JsonArray after):
                    foreach (var element in after.Where(element => !before.Any(known => JsonNode.DeepEquals(known, element))))
                    {
                        before.Add(element?.DeepClone());
                    }

                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }
}
