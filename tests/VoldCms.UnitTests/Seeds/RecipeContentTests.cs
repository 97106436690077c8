using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>What a setup recipe leads to holds together: ids, paths, links, and every value in a field of the right kind.</summary>
public sealed partial class RecipeContentTests
{
    private static readonly string[] s_envelope =
    [
        "ContentItemId",
        "ContentItemVersionId",
        "ContentType",
        "DisplayText",
        "Latest",
        "Published",
        "ModifiedUtc",
        "PublishedUtc",
        "CreatedUtc",
        "Owner",
        "Author",
    ];

    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Ids_are_well_formed_and_unique(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);
        var ids = tenant
            .AllItems.Select(item => item.GetProperty("ContentItemId").GetString()!)
            .Concat(tenant.Items.Select(item => item.GetProperty("ContentItemVersionId").GetString()!))
            .ToList();

        Assert.All(ids, id => Assert.Matches(IdPattern(), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_item_has_the_whole_envelope_in_order_and_is_the_latest_of_its_kind(string setupRecipe) =>
        Assert.All(
            Tenant.Load(setupRecipe).Items,
            item =>
            {
                Assert.Equal(s_envelope, item.EnumerateObject().Take(s_envelope.Length).Select(property => property.Name));
                Assert.True(item.GetProperty("Latest").GetBoolean());
                Assert.Equal(
                    item.GetProperty("Published").GetBoolean(),
                    item.GetProperty("PublishedUtc").ValueKind == JsonValueKind.String
                );
                Assert.NotEqual("", item.GetProperty("DisplayText").GetString());
            }
        );

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Paths_are_unique_neutral_and_plain(string setupRecipe)
    {
        var paths = Tenant
            .Load(setupRecipe)
            .AllItems.Where(item => item.TryGetProperty("AutoroutePart", out _))
            .Select(item => item.GetProperty("AutoroutePart").GetProperty("Path").GetString()!)
            .ToList();

        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.All(paths, path => Assert.Matches(PathPattern(), path));
        Assert.DoesNotContain(
            paths,
            path => path.Contains("vold", StringComparison.Ordinal) || path.Contains("overgrep", StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_value_stands_in_a_field_of_its_type(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);

        Assert.All(
            tenant.AllItems,
            item =>
            {
                var type = item.GetProperty("ContentType").GetString()!;
                Assert.True(tenant.Definitions.HasType(type), $"No definition of {type}.");
                foreach (var part in item.EnumerateObject().Skip(s_envelope.Length))
                {
                    CheckPart(tenant, type, part);
                }
            }
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_link_leads_to_an_item_of_a_type_that_the_field_allows(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);
        var types = tenant.AllItems.ToDictionary(
            item => item.GetProperty("ContentItemId").GetString()!,
            item => item.GetProperty("ContentType").GetString()!
        );

        foreach (var (field, value) in Values(tenant, "ContentPickerField"))
        {
            var settings = field.GetProperty("Settings").GetProperty("ContentPickerFieldSettings");
            var allowed = settings.GetProperty("DisplayedContentTypes").EnumerateArray().Select(type => type.GetString()!).ToList();
            var ids = value.GetProperty("ContentItemIds").EnumerateArray().Select(id => id.GetString()!).ToList();
            Assert.All(ids, id => Assert.Contains(types.GetValueOrDefault(id, $"no item {id}"), allowed));
            Assert.True(ids.Count == 1 || settings.GetProperty("Multiple").GetBoolean());
        }
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_term_belongs_to_the_taxonomy_of_its_field(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);
        var taxonomies = tenant
            .AllItems.Where(item => item.TryGetProperty("TermPart", out _))
            .ToDictionary(
                item => item.GetProperty("ContentItemId").GetString()!,
                item => item.GetProperty("TermPart").GetProperty("TaxonomyContentItemId").GetString()
            );

        foreach (var (field, value) in Values(tenant, "TaxonomyField"))
        {
            var taxonomy = field
                .GetProperty("Settings")
                .GetProperty("TaxonomyFieldSettings")
                .GetProperty("TaxonomyContentItemId")
                .GetString();
            Assert.Equal(taxonomy, value.GetProperty("TaxonomyContentItemId").GetString());
            Assert.All(
                value.GetProperty("TermContentItemIds").EnumerateArray(),
                id => Assert.Equal(taxonomy, taxonomies.GetValueOrDefault(id.GetString()!))
            );
        }
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_choice_is_one_that_the_field_offers(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);

        foreach (var (field, value) in Values(tenant, "TextField"))
        {
            if (field.GetProperty("Settings").TryGetProperty("TextFieldPredefinedListEditorSettings", out var list))
            {
                Assert.Contains(
                    value.GetProperty("Text").GetString(),
                    list.GetProperty("Options").EnumerateArray().Select(option => option.GetProperty("value").GetString())
                );
            }
        }
    }

    private static void CheckPart(Tenant tenant, string type, JsonProperty part)
    {
        var kind = tenant.Definitions.FindPartKind(type, part.Name);
        Assert.True(kind is not null || part.Name == "TermPart", $"{type} has no part {part.Name}.");
        if (kind == "BagPart")
        {
            var allowed = tenant.Definitions.ContainedTypes(type, part.Name).ToList();
            Assert.All(
                part.Value.GetProperty("ContentItems").EnumerateArray(),
                child => Assert.Contains(child.GetProperty("ContentType").GetString(), allowed)
            );
        }
        else if (kind is not null && !OrchardCoreNames.Parts.Contains(kind))
        {
            foreach (var value in part.Value.EnumerateObject())
            {
                var field = tenant.Definitions.FindField(kind, value.Name);
                Assert.True(field is not null, $"{kind} has no field {value.Name}.");
                var stored = OrchardCoreNames.Fields[field.Value.GetProperty("FieldName").GetString()!];
                Assert.Empty(value.Value.EnumerateObject().Select(property => property.Name).Except(stored));
            }
        }
    }

    private static IEnumerable<(JsonElement Field, JsonElement Value)> Values(Tenant tenant, string fieldKind) =>
        from item in tenant.AllItems
        let type = item.GetProperty("ContentType").GetString()!
        from part in item.EnumerateObject().Skip(s_envelope.Length)
        let kind = tenant.Definitions.FindPartKind(type, part.Name)
        where kind is not null && part.Value.ValueKind == JsonValueKind.Object
        from value in part.Value.EnumerateObject()
        let field = tenant.Definitions.FindField(kind, value.Name)
        where field is not null && field.Value.GetProperty("FieldName").GetString() == fieldKind
        select (field.Value, value.Value);

    [GeneratedRegex("^[0-9a-hjkmnp-tv-z]{26}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$")]
    private static partial Regex PathPattern();
}
