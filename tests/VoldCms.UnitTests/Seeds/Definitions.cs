using System.Text.Json;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The content definitions of a run of steps, for looking up what an item's keys mean.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<string, JsonElement> _types = [];
    private readonly Dictionary<string, JsonElement> _parts = [];

    public Definitions(IEnumerable<JsonElement> steps)
    {
        foreach (var step in steps.Where(step => Tenant.NameOf(step) == "ContentDefinition"))
        {
            foreach (var type in step.GetProperty("ContentTypes").EnumerateArray())
            {
                _types.Add(type.GetProperty("Name").GetString()!, type);
            }

            foreach (var part in step.GetProperty("ContentParts").EnumerateArray())
            {
                _parts.Add(part.GetProperty("Name").GetString()!, part);
            }
        }
    }

    public IEnumerable<string> Types => _types.Keys;

    public IEnumerable<JsonElement> AllFields => _parts.Values.SelectMany(FieldsOf);

    public bool HasType(string name) => _types.ContainsKey(name);

    /// <summary>The kind of the part that the type bears under this name, or null where it bears none.</summary>
    public string? FindPartKind(string type, string name) =>
        _types[type]
            .GetProperty("ContentTypePartDefinitionRecords")
            .EnumerateArray()
            .Where(record => record.GetProperty("Name").GetString() == name)
            .Select(record => record.GetProperty("PartName").GetString())
            .SingleOrDefault();

    /// <summary>The field's record, or null where the part has no such field.</summary>
    public JsonElement? FindField(string partKind, string name) =>
        !_parts.TryGetValue(partKind, out var part)
            ? null
            : FieldsOf(part)
                .Where(field => field.GetProperty("Name").GetString() == name)
                .Select(field => (JsonElement?)field)
                .SingleOrDefault();

    public IEnumerable<string> ContainedTypes(string type, string bag) =>
        _types[type]
            .GetProperty("ContentTypePartDefinitionRecords")
            .EnumerateArray()
            .Where(record => record.GetProperty("Name").GetString() == bag)
            .SelectMany(record =>
                record.GetProperty("Settings").GetProperty("BagPartSettings").GetProperty("ContainedContentTypes").EnumerateArray()
            )
            .Select(value => value.GetString()!);

    private static IEnumerable<JsonElement> FieldsOf(JsonElement part) =>
        part.GetProperty("ContentPartFieldDefinitionRecords").EnumerateArray();
}
