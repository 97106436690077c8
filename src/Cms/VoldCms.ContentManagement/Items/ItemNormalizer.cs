using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Html;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// Brings what came in into the stored form: checks the shape of every known property, reads numbers and dates given as
/// text, cleans HTML, and leaves everything unknown untouched with a warning. Contained items are treated alike.
/// </summary>
public sealed class ItemNormalizer
{
    // Welded on by their container, never part of a type's definition.
    private static readonly ImmutableHashSet<string> s_welded = [PartNames.Contained, PartNames.Term, "FlowMetadata", "LayerMetadata"];

    private readonly ContentModel _model;
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    private ItemNormalizer(ContentModel model) => _model = model;

    /// <summary>
    /// Normalizes <paramref name="content"/> in place.
    /// </summary>
    /// <param name="content">The parts at the root of an item, the caller's own tree.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="model">The tenant's model, for contained items.</param>
    /// <returns>Errors and warnings, each with its path below the item; empty when all is well.</returns>
    public static ImmutableArray<Problem> Normalize(JsonObject content, TypeModel type, ContentModel model)
    {
        var normalizer = new ItemNormalizer(model);
        normalizer.Item(content, type, "");
        normalizer.RefuseNul(content, "");
        return normalizer._problems.ToImmutable();
    }

    /// <summary>What would keep <paramref name="content"/> from being stored.</summary>
    /// <param name="content">The parts at the root of an item, normalized in place.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="model">The tenant's model, for contained items.</param>
    /// <returns>Errors alone, each with its path below the item.</returns>
    public static IEnumerable<Problem> FindErrors(JsonObject content, TypeModel type, ContentModel model) =>
        Normalize(content, type, model).Where(problem => !problem.IsWarning);

    // PostgreSQL stores no such text, and no page could show it.
    private void RefuseNul(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    RefuseNul(value, path.Length == 0 ? name : $"{path}.{name}");
                }

                break;
            case JsonArray elements:
                for (var index = 0; index < elements.Count; index++)
                {
                    RefuseNul(elements[index], $"{path}[{index}]");
                }

                break;
            case JsonValue value when LenientJson.Text(value)?.Contains('\0') == true:
                Fail(path, "holds the character U+0000; expected a text without it");
                break;
            default:
                break;
        }
    }

    private void Item(JsonObject content, TypeModel type, string path)
    {
        foreach (var (name, value) in content.ToList())
        {
            var partPath = path + name;
            if (type.FindPart(name) is not { } part)
            {
                Unnamed(content, name, type, path);
                continue;
            }

            switch (value)
            {
                case null:
                    content.Remove(name);
                    break;
                case JsonObject when part.Name != name:
                    Warn(
                        partPath,
                        $"is spelt otherwise than the part '{part.Name}' of type '{type.Name}', so nothing reads it; it is kept as given"
                    );
                    break;
                case JsonObject stored when part.IsKnown:
                    Part(stored, part, type, partPath);
                    Body(stored, part, partPath);
                    break;
                case JsonObject:
                    Warn(partPath, $"nothing is known of the part '{part.Definition.PartName}' of type '{type.Name}'; it is kept as given");
                    break;
                default:
                    Fail(partPath, $"is {JsonShape.Describe(value)}; expected an object, the part '{part.Name}' of type '{type.Name}'");
                    break;
            }
        }
    }

    /// <summary>
    /// What no part of the type names: welded on by a container, or unknown. Unknown scalars at the root are dropped, as Orchard Core
    /// does.
    /// </summary>
    private void Unnamed(JsonObject content, string name, TypeModel type, string path)
    {
        switch (content[name])
        {
            case JsonArray terms when name == ContentTree.ChildTerms:
                Contained(terms, path + name);
                break;
            case var other when name == ContentTree.ChildTerms:
                Fail(path + name, $"is {JsonShape.Describe(other)}; expected a list of content items");
                break;
            case JsonObject welded when s_welded.Contains(name):
                foreach (
                    var property in (PartKind.Stock.GetValueOrDefault(name)?.Properties ?? []).Where(property =>
                        welded.ContainsKey(property.Name)
                    )
                )
                {
                    Property(welded, property, $"{path}{name}.{property.Name}");
                }

                break;
            case var other when s_welded.Contains(name):
                Fail(path + name, $"is {JsonShape.Describe(other)}; expected an object");
                break;
            case JsonObject or JsonArray:
                Warn(path + name, $"the type '{type.Name}' has no part '{name}'; it is kept as given");
                break;
            case var _ when path.Length == 0:
                content.Remove(name);
                break;
        }
    }

    private void Part(JsonObject stored, PartModel part, TypeModel type, string path)
    {
        foreach (var (name, value) in stored.ToList())
        {
            var memberPath = $"{path}.{name}";
            if (part.Kind?.Properties.FirstOrDefault(property => property.Name == name) is { } property)
            {
                Property(stored, property, memberPath);
                if (property.Kind == StoredKind.ContentItems && stored[name] is JsonArray items)
                {
                    Contained(items, memberPath);
                }
            }
            else if (part.Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal)) is not { } field)
            {
                Warn(memberPath, $"the part '{part.Name}' of type '{type.Name}' has no field '{name}'; it is kept as given");
            }
            else if (field.Kind is null)
            {
                Warn(
                    memberPath,
                    $"nothing is known of fields of kind '{field.Definition.FieldName}' (type '{type.Name}'); it is kept as given"
                );
            }
            else if (value is JsonObject fieldValue)
            {
                Field(fieldValue, field, field.Kind, memberPath);
            }
            else if (value is null)
            {
                stored.Remove(name);
            }
            else
            {
                Fail(
                    memberPath,
                    $"is {JsonShape.Describe(value)}; expected an object such as {{ \"{field.Kind.Main.Name}\": ... }}, a {field.Kind.Name}"
                );
            }
        }
    }

    private void Body(JsonObject stored, PartModel part, string path)
    {
        foreach (var property in (part.Kind?.Properties ?? []).Where(part.HoldsHtml))
        {
            Sanitize(stored, property.Name, $"{path}.{property.Name}");
        }
    }

    private void Field(JsonObject value, FieldModel field, FieldKind kind, string path)
    {
        foreach (var property in kind.Properties.Where(property => value.ContainsKey(property.Name)))
        {
            Property(value, property, $"{path}.{property.Name}");
            if (field.HoldsHtml(property))
            {
                Sanitize(value, property.Name, $"{path}.{property.Name}");
            }
        }
    }

    private void Sanitize(JsonObject owner, string key, string path)
    {
        if (owner.FindText(key) is not { } html)
        {
            return;
        }

        var clean = HtmlSanitizer.Sanitize(html);
        if (clean.Html != html)
        {
            owner[key] = clean.Html;
        }

        if (clean.Removed.Count > 0)
        {
            var isLoss = clean.Removed.Any(kind => kind.StartsWith(HtmlSanitizer.AllMarkup, StringComparison.Ordinal));
            _problems.Add(
                new(path, $"HTML that is not allowed was taken out: {string.Join(", ", clean.Removed)}", IsWarning: true, isLoss)
            );
        }
    }

    private void Property(JsonObject owner, StoredProperty property, string path)
    {
        var value = owner[property.Name];
        if (!property.TryNormalize(value, out var normal))
        {
            Fail(path, $"is {JsonShape.Describe(value)}; expected {property.ExpectedInsteadOf(value)}");
        }
        else if (normal is null)
        {
            owner.Remove(property.Name);
        }
        else if (!ReferenceEquals(normal, value))
        {
            owner[property.Name] = normal;
        }
    }

    private void Contained(JsonArray items, string path)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var itemPath = $"{path}[{index}]";
            if (items[index] is not JsonObject contained)
            {
                Fail(itemPath, $"is {JsonShape.Describe(items[index])}; expected a content item");
            }
            else if (contained.FindText("ContentType") is not { Length: > 0 } typeName)
            {
                Fail($"{itemPath}.ContentType", $"is {JsonShape.Describe(contained["ContentType"])}; expected the name of a content type");
            }
            else if (_model.FindType(typeName) is { } type)
            {
                Item(contained, type, itemPath + ".");
            }
        }
    }

    private void Fail(string path, string message) => _problems.Add(new(path, message));

    private void Warn(string path, string message) => _problems.Add(new(path, message, IsWarning: true));
}
