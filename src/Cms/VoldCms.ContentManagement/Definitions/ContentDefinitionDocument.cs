using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Definitions;

/// <summary>
/// Reads and writes definitions in Orchard Core's recipe shape (<c>ContentTypes</c>, <c>ContentParts</c> with their records),
/// and merges a recipe's records into what is there.
/// </summary>
public static class ContentDefinitionDocument
{
    /// <summary>The stored document's name among the tenant's documents.</summary>
    public const string Name = "ContentDefinition";

    private static readonly ImmutableHashSet<string> s_reserved = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Id",
        "ContentItemId",
        "ContentItemVersionId",
        "ContentType",
        "Published",
        "Latest",
        "ModifiedUtc",
        "PublishedUtc",
        "CreatedUtc",
        "Owner",
        "Author",
        "DisplayText"
    );

    /// <summary>The whole of the definitions as a recipe step's body would carry them.</summary>
    public static JsonObject Write(ContentDefinitions definitions) =>
        new()
        {
            ["ContentTypes"] = new JsonArray([.. definitions.Types.Values.Select(WriteType)]),
            ["ContentParts"] = new JsonArray([.. definitions.Parts.Values.Select(WritePart)]),
        };

    /// <summary>Reads a stored document.</summary>
    public static Result<ContentDefinitions> Read(JsonObject document) => Merge(ContentDefinitions.Empty, document);

    /// <summary>
    /// Lays records over definitions: parts, fields and settings are added or merged, never removed.
    /// </summary>
    /// <param name="definitions">What is there; returned as the same instance when nothing changes.</param>
    /// <param name="body">An object with <c>ContentTypes</c> and <c>ContentParts</c>; other keys are ignored.</param>
    /// <returns>The merged definitions, or every problem with its JSON path below <paramref name="body"/>.</returns>
    public static Result<ContentDefinitions> Merge(ContentDefinitions definitions, JsonObject body)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var merged = definitions;
        foreach (var (record, path) in Records(body, "ContentParts", problems))
        {
            if (ReadName(record, path, problems) is { } name)
            {
                var part = MergePart(merged.FindPart(name) ?? new(name, DefinitionSettings.Empty, []), record, path, problems);
                merged = Equals(part, merged.FindPart(name)) ? merged : merged with { Parts = merged.Parts.SetItem(part.Name, part) };
            }
        }

        foreach (var (record, path) in Records(body, "ContentTypes", problems))
        {
            if (ReadName(record, path, problems) is { } name)
            {
                var type = MergeType(merged.FindType(name) ?? new(name, name, DefinitionSettings.Empty, []), record, path, problems);
                merged = Equals(type, merged.FindType(name)) ? merged : merged with { Types = merged.Types.SetItem(type.Name, type) };
            }
        }

        return problems.Count > 0 ? Invalid.Of("definition.invalid", problems.ToImmutable()) : merged;
    }

    private static ContentTypeDefinition MergeType(
        ContentTypeDefinition type,
        JsonObject record,
        string path,
        ImmutableArray<Problem>.Builder problems
    )
    {
        // Orchard Core merges a type's settings only when its record says how the type is called.
        var displayName = ReadText(record, "DisplayName", path, problems);
        var settings = string.IsNullOrEmpty(displayName)
            ? type.Settings
            : type.Settings.Merge(ReadObject(record, "Settings", path, problems));
        var parts = type.Parts;
        foreach (var (part, partPath) in Records(record, "ContentTypePartDefinitionRecords", problems, path))
        {
            var kind = ReadText(part, "PartName", partPath, problems);
            if (string.IsNullOrEmpty(kind))
            {
                problems.Add(
                    new(
                        $"{partPath}.PartName",
                        $"unable to add a part to the type '{type.Name}': the record has no PartName; expected the name of a content part"
                    )
                );
                continue;
            }

            var name = ReadText(part, "Name", partPath, problems) is { Length: > 0 } given ? given : kind;
            if (!CheckName(name, $"{partPath}.Name", problems))
            {
                continue;
            }

            var known = parts.FirstOrDefault(existing => string.Equals(existing.Name, name, StringComparison.OrdinalIgnoreCase));
            var attached = known is null
                ? new ContentTypePartDefinition(name, kind, DefinitionSettings.From(ReadObject(part, "Settings", partPath, problems)))
                : known with
                {
                    PartName = kind,
                    Settings = known.Settings.Merge(ReadObject(part, "Settings", partPath, problems)),
                };
            parts =
                known is null ? parts.Add(attached)
                : Equals(known, attached) ? parts
                : parts.Replace(known, attached);
        }

        var display = string.IsNullOrEmpty(displayName) ? type.DisplayName : displayName;
        return type.DisplayName == display && ReferenceEquals(settings, type.Settings) && parts == type.Parts
            ? type
            : type with
            {
                DisplayName = display,
                Settings = settings,
                Parts = parts,
            };
    }

    private static ContentPartDefinition MergePart(
        ContentPartDefinition part,
        JsonObject record,
        string path,
        ImmutableArray<Problem>.Builder problems
    )
    {
        var settings = part.Settings.Merge(ReadObject(record, "Settings", path, problems));
        var fields = part.Fields;
        foreach (var (field, fieldPath) in Records(record, "ContentPartFieldDefinitionRecords", problems, path))
        {
            var name = ReadText(field, "Name", fieldPath, problems);
            var kind = ReadText(field, "FieldName", fieldPath, problems);
            if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(kind))
            {
                var missing = string.IsNullOrEmpty(name) ? "Name" : "FieldName";
                problems.Add(
                    new(
                        $"{fieldPath}.{missing}",
                        $"unable to add a field to the part '{part.Name}': the record has no {missing}; expected a text"
                    )
                );
                continue;
            }

            if (!CheckName(name, $"{fieldPath}.Name", problems))
            {
                continue;
            }

            var known = fields.FirstOrDefault(existing => string.Equals(existing.Name, name, StringComparison.OrdinalIgnoreCase));
            var given = ReadObject(field, "Settings", fieldPath, problems);
            var defined = known is null
                ? new ContentFieldDefinition(name, kind, DefinitionSettings.From(given))
                : known with
                {
                    FieldName = kind,
                    Settings = known.Settings.Merge(given),
                };
            fields =
                known is null ? fields.Add(defined)
                : Equals(known, defined) ? fields
                : fields.Replace(known, defined);
        }

        return ReferenceEquals(settings, part.Settings) && fields == part.Fields
            ? part
            : part with
            {
                Settings = settings,
                Fields = fields,
            };
    }

    private static string? ReadName(JsonObject record, string path, ImmutableArray<Problem>.Builder problems)
    {
        var name = ReadText(record, "Name", path, problems);
        if (string.IsNullOrEmpty(name))
        {
            problems.Add(new($"{path}.Name", "the record has no Name; expected a text"));
            return null;
        }

        return CheckName(name, $"{path}.Name", problems) ? name : null;
    }

    private static bool CheckName(string name, string path, ImmutableArray<Problem>.Builder problems)
    {
        // Part attachments of other systems carry dashes now and then; letters and digits are what may be created here.
        if (!char.IsAsciiLetter(name[0]) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            problems.Add(new(path, $"'{name}' is no name; expected a letter, then letters and digits"));
            return false;
        }

        if (s_reserved.Contains(name))
        {
            problems.Add(new(path, $"'{name}' is reserved for the item's own envelope; expected another name"));
            return false;
        }

        return true;
    }

    private static IEnumerable<(JsonObject Record, string Path)> Records(
        JsonObject owner,
        string key,
        ImmutableArray<Problem>.Builder problems,
        string? ownerPath = null
    )
    {
        var path = ownerPath is null ? key : $"{ownerPath}.{key}";
        switch (owner.FindIgnoringCase(key))
        {
            case null:
                yield break;
            case JsonArray records:
                for (var index = 0; index < records.Count; index++)
                {
                    if (records[index] is JsonObject record)
                    {
                        yield return (record, $"{path}[{index}]");
                    }
                    else
                    {
                        problems.Add(new($"{path}[{index}]", $"is {Describe(records[index])}; expected an object"));
                    }
                }

                yield break;
            case var other:
                problems.Add(new(path, $"is {Describe(other)}; expected a list of objects"));
                yield break;
        }
    }

    private static string? ReadText(JsonObject record, string key, string path, ImmutableArray<Problem>.Builder problems)
    {
        var node = record.FindIgnoringCase(key);
        if (node is null)
        {
            return null;
        }

        if (LenientJson.Text(node) is { } text)
        {
            return text;
        }

        problems.Add(new($"{path}.{key}", $"is {Describe(node)}; expected a text"));
        return null;
    }

    private static JsonObject? ReadObject(JsonObject record, string key, string path, ImmutableArray<Problem>.Builder problems)
    {
        var node = record.FindIgnoringCase(key);
        if (node is null or JsonObject)
        {
            return node as JsonObject;
        }

        problems.Add(new($"{path}.{key}", $"is {Describe(node)}; expected an object"));
        return null;
    }

    private static string Describe(JsonNode? node) => JsonShape.Describe(node);

    private static JsonNode WriteType(ContentTypeDefinition type) =>
        new JsonObject
        {
            ["Name"] = type.Name,
            ["DisplayName"] = type.DisplayName,
            ["Settings"] = type.Settings.ToJson(),
            ["ContentTypePartDefinitionRecords"] = new JsonArray([
                .. type.Parts.Select(part => new JsonObject
                {
                    ["PartName"] = part.PartName,
                    ["Name"] = part.Name,
                    ["Settings"] = part.Settings.ToJson(),
                }),
            ]),
        };

    private static JsonNode WritePart(ContentPartDefinition part) =>
        new JsonObject
        {
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.ToJson(),
            ["ContentPartFieldDefinitionRecords"] = new JsonArray([
                .. part.Fields.Select(field => new JsonObject
                {
                    ["FieldName"] = field.FieldName,
                    ["Name"] = field.Name,
                    ["Settings"] = field.Settings.ToJson(),
                }),
            ]),
        };
}
