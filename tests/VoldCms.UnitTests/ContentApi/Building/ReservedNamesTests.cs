using System.Text.Json.Nodes;
using VoldCms.ContentApi;
using VoldCms.ContentApi.Building;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Results;
using VoldCms.GraphQL.Types;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Modules;
using Xunit;

namespace VoldCms.UnitTests.ContentApi.Building;

/// <summary>A definition may have a name that the schema has itself: it is shown under another.</summary>
public sealed class ReservedNamesTests : IDisposable
{
    // What the definitions of the test are called, and so what is made of their names begins with.
    private static readonly string[] s_defined = ["Everything", "Listed", "OwnFields"];

    private readonly TemporaryFolder _folder = new();
    private readonly Texts _english;

    public ReservedNamesTests()
    {
        var texts = TextCatalog.Load(new ModuleCatalog([]), new DataDirectory(_folder.Path));
        _english = texts.For(Cultures.Find(TextCatalog.SourceCulture)!, tenant: null);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_type_that_no_definition_names_keeps_its_name()
    {
        var own = Build()
            .Types.Where(type =>
                Define(type.Name).IsSuccess && !s_defined.Any(defined => type.Name.StartsWith(defined, StringComparison.Ordinal))
            )
            .ToList();

        // Roots, scalars, shared types, stock parts and fields, and the inputs of those.
        Assert.True(own.Count > 80, string.Join(' ', own.Select(type => type.Name)));
        Assert.All(
            own,
            type =>
            {
                var beside = Build(type.Name).FindType(type.Name)!;
                Assert.Equal((type.GetType(), type.Description), (beside.GetType(), beside.Description));
            }
        );
    }

    [Theory]
    [InlineData("Query", "QueryContent")]
    [InlineData("Subscription", "SubscriptionContent")]
    [InlineData("ContentItem", "ContentItemContent")]
    [InlineData("User", "UserContent")]
    [InlineData("Date", "DateContent")]
    [InlineData("PageInfo", "PageInfoContent")]
    [InlineData("HtmlBodyPart", "HtmlBodyPartContent")]
    [InlineData("ContainedPart", "ContainedPartContent")]
    [InlineData("HtmlField", "HtmlFieldContentContent")]
    [InlineData("ContainedItem", "ContainedItemContentContent")]
    [InlineData("ContentItemWhereInput", "ContentItemWhereInputContent")]
    [InlineData("AliasPartOrderByInput", "AliasPartOrderByInputContent")]
    public void A_definition_of_such_a_name_is_shown_under_another(string name, string shown)
    {
        Assert.StartsWith($"Content of type {name}", Build(name).FindType(shown)?.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__Type")]
    [InlineData("__Mine")]
    [InlineData("ID")]
    public void A_definition_whose_name_no_schema_could_show_is_refused(string name)
    {
        Assert.False(Define(name).IsSuccess);
    }

    private GraphQLSchema Build(params ReadOnlySpan<string> more)
    {
        var model = new ContentModel(Define(more).Value);
        return new SchemaBuilder(model, new ComputationCatalog([], []), new ContentApiOptions(), _english).Build().Schema;
    }

    private static Result<ContentDefinitions> Define(params ReadOnlySpan<string> more)
    {
        var types = new JsonArray(
            Type("Everything", [.. PartKind.Stock.Keys.Append("OwnFields").Order(StringComparer.Ordinal)]),
            Type("Listed", ["TitlePart"])
        );
        foreach (var name in more)
        {
            types.Add(Type(name, ["TitlePart"]));
        }

        var definitions = new JsonObject
        {
            ["ContentTypes"] = types,
            ["ContentParts"] = new JsonArray(
                new JsonObject
                {
                    ["Name"] = "OwnFields",
                    ["ContentPartFieldDefinitionRecords"] = new JsonArray([
                        .. FieldKind
                            .Stock.Keys.Order(StringComparer.Ordinal)
                            .Select(kind => new JsonObject { ["FieldName"] = kind, ["Name"] = $"A{kind}" }),
                    ]),
                }
            ),
        };
        return ContentDefinitionDocument.Read(definitions);
    }

    private static JsonObject Type(string name, IEnumerable<string> parts) =>
        new()
        {
            ["Name"] = name,
            ["ContentTypePartDefinitionRecords"] = new JsonArray([
                .. parts.Select(part => new JsonObject
                {
                    ["PartName"] = part,
                    ["Name"] = part,
                    ["Settings"] = SettingsOf(part),
                }),
            ]),
        };

    private static JsonObject SettingsOf(string part) =>
        part == "ListPart" ? new() { ["ListPartSettings"] = new JsonObject { ["ContainedContentTypes"] = new JsonArray("Listed") } } : [];
}
