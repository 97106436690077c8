using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// What a type's parts and fields are where nothing is stored: Orchard Core's JSON over REST has every one of them, so that a client reads
/// without asking whether it is there. For reading alone: what was not stored is not stored by being read and written back.
/// </summary>
public static class StoredDefaults
{
    /// <summary>Adds every part and field of the type that is not there, and their truths and lists: false and empty.</summary>
    /// <param name="json">An item that is the caller's alone.</param>
    /// <param name="type">Its type.</param>
    /// <param name="maximum">Fields above this level are not spoken of.</param>
    public static void AddTo(JsonObject json, TypeModel type, VisibilityLevel maximum)
    {
        foreach (var part in type.Parts.Where(part => part.IsKnown))
        {
            if (json.FindOrAdd(part.Name, new JsonObject()) is not { } stored)
            {
                continue;
            }

            Add(stored, part.Kind?.Properties ?? []);
            foreach (var field in part.Fields.Where(field => field.Kind is not null && field.Visibility <= maximum))
            {
                if (stored.FindOrAdd(field.Name, new JsonObject()) is { } value)
                {
                    Add(value, field.Kind!.Properties);
                }
            }
        }
    }

    /// <summary>Takes out of what was given every default that is not stored, so that it stays as it is.</summary>
    /// <param name="given">Parts by name; changed.</param>
    /// <param name="stored">The parts of the item that is changed.</param>
    /// <param name="type">Its type.</param>
    public static void TakeOut(JsonObject given, JsonObject stored, TypeModel type)
    {
        foreach (var part in type.Parts.Where(part => part.IsKnown))
        {
            if (given[part.Name] is not JsonObject givenPart)
            {
                continue;
            }

            var storedPart = stored[part.Name] as JsonObject;
            TakeOut(givenPart, storedPart, part.Kind?.Properties ?? []);
            foreach (var field in part.Fields.Where(field => field.Kind is not null))
            {
                if (givenPart[field.Name] is JsonObject value)
                {
                    TakeOut(value, storedPart?[field.Name] as JsonObject, field.Kind!.Properties);
                    RemoveEmpty(givenPart, field.Name, storedPart);
                }
            }

            RemoveEmpty(given, part.Name, stored);
        }
    }

    private static void Add(JsonObject owner, IEnumerable<StoredProperty> properties)
    {
        foreach (var property in properties.Where(property => owner[property.Name] is null))
        {
            if (DefaultOf(property.Kind) is { } value)
            {
                owner[property.Name] = value;
            }
        }
    }

    private static void TakeOut(JsonObject given, JsonObject? stored, IEnumerable<StoredProperty> properties)
    {
        foreach (var property in properties.Where(property => stored?[property.Name] is null))
        {
            if (given[property.Name] is { } value && IsDefault(value, property.Kind))
            {
                given.Remove(property.Name);
            }
        }
    }

    private static void RemoveEmpty(JsonObject owner, string name, JsonObject? stored)
    {
        if (owner[name] is JsonObject { Count: 0 } && stored?[name] is null)
        {
            owner.Remove(name);
        }
    }

    // Texts, numbers and times have no default but null, which Orchard Core leaves out.
    private static JsonNode? DefaultOf(StoredKind kind) =>
        kind switch
        {
            StoredKind.Boolean => JsonValue.Create(false),
            StoredKind.TextList or StoredKind.ContentItems => new JsonArray(),
            _ => null,
        };

    private static bool IsDefault(JsonNode value, StoredKind kind) =>
        kind switch
        {
            StoredKind.Boolean => value.GetValueKind() == JsonValueKind.False,
            StoredKind.TextList or StoredKind.ContentItems => value is JsonArray { Count: 0 },
            _ => false,
        };
}
