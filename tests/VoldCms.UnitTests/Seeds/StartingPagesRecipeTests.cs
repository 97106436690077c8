using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>What a new municipality begins with: readable at once in three languages, and nothing that it has not said itself.</summary>
public sealed class StartingPagesRecipeTests
{
    private const string Recipe = "recipes/startsider.recipe.json";
    private const string KindsRecipe = "recipes/former.recipe.json";
    private const string SetupRecipe = "recipes/ny-kommune.recipe.json";

    private static readonly string[] s_cultures = ["en", "nb", "nn"];

    private static readonly IReadOnlyList<JsonElement> s_kinds = Seed.Items(KindsRecipe, "ViolenceType");

    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    private static readonly IReadOnlyList<JsonElement> s_services = Seed.Items(Recipe, "Service");

    [Fact]
    public void Everything_stands_in_all_three_languages_of_one_set_at_one_address() =>
        Assert.All(
            s_kinds.Concat(s_services).GroupBy(Seed.LocalizationSet),
            set =>
            {
                Assert.Equal(s_cultures, set.Select(Seed.Culture).Order(StringComparer.Ordinal));
                Assert.Single(set.Select(Seed.Address).Distinct());
                Assert.Single(
                    set.Select(item =>
                            string.Join(
                                ' ',
                                item.Terms("ViolenceKinds")
                                    .Concat(item.Terms("Kinds"))
                                    .Concat(item.Terms("Audiences"))
                                    .Concat(item.Terms("Situations"))
                            )
                        )
                        .Distinct()
                );
            }
        );

    [Fact]
    public void Every_kind_of_the_taxonomy_is_explained() =>
        Assert.Equal(
            Seed.Items("recipes/begreper.recipe.json", "Taxonomy")
                .Single(taxonomy => taxonomy.Title() == "Type vold")
                .GetProperty("TaxonomyPart")
                .GetProperty("Terms")
                .EnumerateArray()
                .Select(Seed.Id),
            s_kinds.Where(kind => kind.Culture() == "nb").SelectMany(kind => kind.Terms("ViolenceKinds"))
        );

    // Tønsberg's plan explains them in words of its own.
    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_municipality_explains_the_kinds(string setupRecipe) =>
        Assert.True(
            Tenant
                .Load(setupRecipe)
                .Items.Count(item => item.GetProperty("ContentType").GetString() == "ViolenceType" && item.Culture() == "nb") >= 15
        );

    [Fact]
    public void Its_own_services_are_drafts_without_a_number()
    {
        Assert.NotEmpty(s_services);
        Assert.All(
            s_services,
            service =>
            {
                Assert.False(service.GetProperty("Published").GetBoolean());
                Assert.Empty(service.PickedIds("Channels"));
                Assert.False(service.IsOn("National"));
            }
        );
    }

    [Fact]
    public void A_new_municipality_has_them_all()
    {
        var tenant = Tenant.Load(SetupRecipe).Items.Select(Seed.Id).ToHashSet();

        Assert.All(s_kinds.Concat(s_services), item => Assert.Contains(item.Id(), tenant));
    }

    [Fact]
    public void Texts_are_plain_in_every_language() =>
        Assert.All(
            s_kinds.Concat(s_services),
            item =>
            {
                string[] blocks = [item.Title(), item.Text("Definition"), item.Text("Description")];
                Assert.All(blocks, Prose.AssertShortSentences);
                Assert.All(blocks, block => Assert.DoesNotMatch("[0-9!]", block));
                if (item.Culture() == "nn")
                {
                    Assert.All(blocks, Prose.AssertNynorsk);
                }
            }
        );
}
