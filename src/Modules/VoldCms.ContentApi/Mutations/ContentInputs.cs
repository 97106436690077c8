using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Mutations;

/// <summary>
/// The input of each content type: what the type gives, under the same names, and the parts that only writers meet. Lists of items in
/// flows, menus and taxonomies are not among it: they carry more than an input says, and would lose it. One instance a schema.
/// </summary>
internal sealed class ContentInputs(IReadOnlyList<ItemShape> shapes, Descriptions descriptions)
{
    private const string Suffix = "ContentInput";
    private const string ContainedType = "ContainedItemInput";
    private const string ContainedContentType = "ContainedItemContent";

    private readonly Dictionary<string, ContentInput> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentInput> _types = new(StringComparer.Ordinal);

    /// <summary>The names of the inputs that are not made of a content type's, a part's or a field's.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [ContainedType, ContainedContentType];

    /// <summary>The input of a type.</summary>
    public ContentInput Of(ItemShape shape)
    {
        if (!_types.TryGetValue(shape.TypeName, out var known))
        {
            _types.Add(shape.TypeName, known = new(shape.TypeName + Suffix, () => MembersOf(shape)));
        }

        return known;
    }

    private IEnumerable<InputMember> MembersOf(ItemShape shape) =>
        [
            new(
                new("displayText", ScalarType.String) { Description = "What lists show; follows the title when not given." },
                [],
                InputValues.ToJson
            ),
            .. shape
                .Type.Parts.Where(part => part.Definition.PartName == PartNames.Title)
                .Select(part => Leaf("title", part.Kind!.Properties[0], [part.Name, "Title"], "What it is called."))
                .OfType<InputMember>(),
            .. shape.Parts.SelectMany(Part),
            .. shape
                .Type.Parts.Where(part => part.Definition.PartName is PartNames.PublishLater or PartNames.ArchiveLater)
                .SelectMany(part => Properties(part.Kind, [part.Name])),
            .. shape.Type.IsListed ? [Contained()] : Array.Empty<InputMember>(),
        ];

    private IEnumerable<InputMember> Part(SurfacedPart part)
    {
        if (part.IsCollapsed)
        {
            return Inside(part, [part.Model.Name]);
        }

        var input = Shared(part.TypeName + Suffix, () => Inside(part, []));
        return input.Members.Any()
            ? [Nested(part.FieldName, input, [part.Model.Name], descriptions.OfPart(part.Model.Definition.PartName))]
            : [];
    }

    private IEnumerable<InputMember> Inside(SurfacedPart part, string[] prefix) =>
        [
            .. Properties(part.Model.Kind, prefix),
            .. part.Model.Definition.PartName == PartNames.Bag ? [Items([.. prefix, "ContentItems"])] : Array.Empty<InputMember>(),
            .. part.Fields.Select(field => Field(field, [.. prefix, field.Model.Name])),
        ];

    private InputMember Field(SurfacedField field, string[] path)
    {
        var (kind, description) = (field.Kind, descriptions.Of(field.Model));
        if (field.IsPlain && Leaf(field.FieldName, kind.Main, [.. path, kind.Main.Name], description) is { } leaf)
        {
            return leaf;
        }

        return Nested(field.FieldName, Shared(kind.Name + Suffix, () => Leaves(kind.Name, kind.Properties, [])), path, description);
    }

    private static IEnumerable<InputMember> Properties(PartKind? kind, string[] prefix) =>
        kind is null ? [] : Leaves(kind.Name, kind.Properties, prefix);

    private static IEnumerable<InputMember> Leaves(string owner, IEnumerable<StoredProperty> properties, string[] prefix) =>
        properties
            .Select(property =>
            {
                var name = ApiNames.Camel(property.Name);
                return Leaf(name, property, [.. prefix, property.Name], StockTexts.Find($"{owner}.{name}"));
            })
            .OfType<InputMember>();

    private InputMember Contained()
    {
        var input = Shared(PartNames.Contained + Suffix, () => Properties(PartKind.Stock[PartNames.Contained], []));
        return Nested("containedPart", input, [PartNames.Contained], StockTexts.Find(PartNames.Contained));
    }

    /// <summary>A list of items in a bag; it takes the place of the list that is stored.</summary>
    private InputMember Items(string[] path)
    {
        var content = Shared(
            ContainedContentType,
            () =>
                shapes.Select(shape => new InputMember(
                    new(ApiNames.Camel(shape.TypeName), Of(shape).Type) { Description = shape.ObjectType.Description },
                    [],
                    InputValues.ToJson
                )),
            isOneOf: true
        );
        var item = Shared(
            ContainedType,
            () =>
                [
                    new(
                        new("contentItemId", ScalarType.Id) { Description = "The item in the bag that it is; a new one when not given." },
                        [],
                        InputValues.ToJson
                    ),
                    new(
                        new("content", content.Type.NonNull()) { Description = "What is in it, under the name of its content type." },
                        [],
                        InputValues.ToJson
                    ),
                ]
        );
        return new(
            new("contentItems", item.Type.NonNull().List()) { Description = "All items of the bag, in their order." },
            [.. path],
            value => new JsonArray([.. ((object?[])value).OfType<IReadOnlyDictionary<string, object?>>().Select(ContainedItem)])
        );
    }

    private JsonObject ContainedItem(IReadOnlyDictionary<string, object?> given)
    {
        var (name, value) = ((IReadOnlyDictionary<string, object?>)given["content"]!).Single();
        var shape = shapes.First(shape => ApiNames.Camel(shape.TypeName) == name);
        var content = (IReadOnlyDictionary<string, object?>)value!;
        var json = ContentItemJson.Write(
            new()
            {
                ContentItemId = given.GetValueOrDefault("contentItemId") is string { Length: > 0 } id
                    ? new(InputValues.Checked(id))
                    : ContentItemId.New(),
                ContentItemVersionId = new(""),
                ContentType = shape.Type.Name,
                DisplayText = content.GetValueOrDefault("displayText") is string text
                    ? InputValues.Checked(text)
                    : content.GetValueOrDefault("title") as string,
                Content = Of(shape).ToJson(content),
            }
        );
        json["ContentItemVersionId"] = null;
        return json;
    }

    private static InputMember? Leaf(string name, StoredProperty property, string[] path, string? description) =>
        InputValues.TypeOf(property) is { } type
            ? new(new(name, type) { Description = description ?? InputTexts.In(name) }, [.. path], InputValues.ToJson)
            : null;

    private static InputMember Nested(string name, ContentInput input, string[] path, string? description) =>
        new(
            new(name, input.Type) { Description = description ?? InputTexts.In(name) },
            [.. path],
            value => input.ToJson((IReadOnlyDictionary<string, object?>)value),
            input
        );

    private ContentInput Shared(string name, Func<IEnumerable<InputMember>> members, bool isOneOf = false)
    {
        if (!_shared.TryGetValue(name, out var known))
        {
            _shared.Add(name, known = new(name, members, isOneOf));
        }

        return known;
    }
}
