using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Links;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Media;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Items;

/// <summary>The types of fields that are objects (contract 5.4), and how fields are read. One instance a schema.</summary>
internal sealed class FieldTypes
{
    private const string UserType = "UserPickerUser";

    private readonly Dictionary<string, ObjectType> _types = new(StringComparer.Ordinal);
    private readonly Descriptions _descriptions;

    public FieldTypes(ContentApiOptions options, InterfaceType contentItem, AnyItemInputs anyItem, Descriptions descriptions)
    {
        _descriptions = descriptions;

        var mediaFile = MediaFields.File();
        Add("HtmlField", () => [Stored("HtmlField", "html", StoredKind.Text, "Html")]);
        Add(
            "MarkdownField",
            () =>
                [
                    Stored("MarkdownField", "markdown", StoredKind.Text, "Markdown"),
                    FieldDefinition.Of(
                        "html",
                        ScalarType.String,
                        StockTexts.Find("MarkdownField.html"),
                        (FieldObject field) => MarkdownText.ToHtml(field.Json["Markdown"])
                    ),
                ]
        );
        Add(
            "LinkField",
            () =>
                [
                    Stored("LinkField", "url", StoredKind.Text, "Url"),
                    Stored("LinkField", "text", StoredKind.Text, "Text"),
                    Stored("LinkField", "target", StoredKind.Text, "Target"),
                ]
        );
        Add(
            "GeoPointField",
            () =>
                [
                    Stored("GeoPointField", "latitude", StoredKind.Number, "Latitude"),
                    Stored("GeoPointField", "longitude", StoredKind.Number, "Longitude"),
                ]
        );
        Add(
            "YoutubeField",
            () =>
                [
                    Stored("YoutubeField", "rawAddress", StoredKind.Text, "RawAddress"),
                    Stored("YoutubeField", "embeddedAddress", StoredKind.Text, "EmbeddedAddress"),
                ]
        );
        Add("MediaField", () => MediaFields.FieldsOf(mediaFile, PagedField.Define));
        var links = new PickerFieldTypes(options, contentItem, anyItem);
        Add(PickerField.ContentPicker.Kind, links.PickerFields);
        Add(PickerField.TaxonomyTerms.Kind, links.TaxonomyFields);
        Add(PickerField.LocalizationSets.Kind, links.LocalizationSetFields);
        Add("UserPickerField", UserFields);
    }

    /// <summary>The names of the types that are made here beside those of fields.</summary>
    public static ImmutableArray<string> TypeNames { get; } = [UserType];

    /// <summary>The names of the types of fields, from which those of their inputs are made.</summary>
    public IEnumerable<string> Names => _types.Keys;

    /// <summary>The field as the schema shows it on its part, or on the type when the part is collapsed.</summary>
    public FieldDefinition Define(SurfacedField field)
    {
        var partName = field.Model.Part.Name;
        var name = field.Model.Name;
        var description = _descriptions.Of(field.Model);
        if (field.IsPlain)
        {
            var main = field.Kind.Main;
            return StoredLeaf.Define(
                field.FieldName,
                main.Kind,
                (object parent) => (Parents.PartOf(parent, partName)?[name] as JsonObject)?[main.Name],
                description: description
            );
        }

        return new(field.FieldName, _types[field.Kind.Name])
        {
            Description = description,
            Resolver = ObjectOf(partName, name, field.Kind, _types[field.Kind.Name]),
        };
    }

    private void Add(string name, Func<IEnumerable<FieldDefinition>> fields) =>
        _types.Add(name, new ObjectType(name, fields) { Description = StockTexts.Find(name) });

    private static FieldDefinition Stored(string fieldKind, string name, StoredKind kind, string key) =>
        StoredLeaf.Define(name, kind, (FieldObject field) => field.Json[key], description: StockTexts.Find($"{fieldKind}.{name}"));

    /// <summary>The field's object; and what its items are known by, so that the whole next level is read at once.</summary>
    private static FieldResolver ObjectOf(string partName, string name, FieldKind kind, ObjectType type) =>
        (batch, _) =>
        {
            var expected = new ExpectedItems(batch, PickerField.Find(kind), type);
            for (var row = 0; row < batch.Count; row++)
            {
                var parent = batch.GetParent<object>(row);
                if (Parents.PartOf(parent, partName)?[name] is JsonObject json)
                {
                    batch.Set(row, new FieldObject(Parents.OwnerOf(parent), json));
                    expected.Add(json);
                }
            }

            return default;
        };

    private static IEnumerable<FieldDefinition> UserFields()
    {
        var user = new ObjectType(
            UserType,
            () =>
                [
                    FieldDefinition.Of(
                        "userName",
                        ScalarType.String,
                        StockTexts.Find("UserPickerUser.userName"),
                        (UserNode named) => named.Name
                    ),
                ]
        )
        {
            Description = StockTexts.Find("UserPickerUser"),
        };
        yield return Stored("UserPickerField", "userIds", StoredKind.TextList, "UserIds");
        yield return new("users", user.List())
        {
            Description = StockTexts.Find("UserPickerField.users"),
            Resolver = (batch, _) =>
            {
                var mayView = ApiRequest.Of(batch).Allows(ContentApiPermissions.ViewUsers);
                for (var row = 0; row < batch.Count; row++)
                {
                    if (mayView)
                    {
                        batch.Set(
                            row,
                            LenientJson
                                .OnlyTexts(batch.GetParent<FieldObject>(row).Json["UserNames"])
                                .Select(name => new UserNode(null, name))
                                .ToArray()
                        );
                    }
                    else
                    {
                        batch.SetError(
                            row,
                            Refusal.Of(
                                "user.names-not-allowed",
                                $"Users' names need the permission {ContentApiPermissions.ViewUsers.Name}."
                            )
                        );
                    }
                }

                return default;
            },
        };
    }
}
