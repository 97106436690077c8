using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// Our own engine takes every definition and every item of our recipes as they stand: no error, no warning, nothing rewritten.
/// </summary>
public sealed class EngineReadsSeedsTests
{
    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_item_fits_its_type_without_a_warning(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);
        var model = new ContentModel(Merge(tenant));

        var problems = tenant.Items.SelectMany(json =>
        {
            var item = Read(json);
            var type = model.FindType(item.ContentType);
            Assert.NotNull(type);
            return ItemNormalizer
                .Normalize(item.Content, type, model)
                .Concat(ItemRules.CheckRequired(item, type))
                .Select(problem => $"{item.ContentType} {item.DisplayText}: {problem.Path} {problem.Message}");
        });

        Assert.Empty(problems);
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void An_item_is_written_back_as_it_was_read(string setupRecipe) =>
        Assert.All(
            Tenant.Load(setupRecipe).Items,
            json => Assert.True(JsonNode.DeepEquals(Node(json), ContentItemJson.Write(Read(json))), $"{json.Title()} comes back otherwise.")
        );

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_field_and_part_is_of_a_kind_that_the_engine_knows(string setupRecipe)
    {
        var model = new ContentModel(Merge(Tenant.Load(setupRecipe)));

        Assert.Empty(model.Types.SelectMany(type => type.Parts).Where(part => !part.IsKnown).Select(part => part.Name));
        Assert.Empty(
            model
                .Types.SelectMany(type => type.Parts)
                .SelectMany(part => part.Fields)
                .Where(field => field.Kind is null)
                .Select(field => field.Name)
        );
    }

    private static ContentDefinitions Merge(Tenant tenant)
    {
        var definitions = ContentDefinitions.Empty;
        foreach (var step in tenant.Steps.Where(step => Tenant.NameOf(step) == "ContentDefinition"))
        {
            Assert.True(ContentDefinitionDocument.Merge(definitions, Node(step)).TryGet(out var merged, out var error), error?.Message);
            definitions = merged;
        }

        return definitions;
    }

    private static ContentItem Read(JsonElement json)
    {
        Assert.True(ContentItemJson.Read(Node(json)).TryGet(out var item, out var error), error?.Message);
        return item;
    }

    private static JsonObject Node(JsonElement json) => JsonObject.Create(json)!;
}
