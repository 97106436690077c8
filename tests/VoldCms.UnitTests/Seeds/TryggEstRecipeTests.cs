using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>What a plan promises and nobody can call yet.</summary>
public sealed class TryggEstRecipeTests
{
    private const string Recipe = "recipes/tryggest-tonsberg.recipe.json";

    [Fact]
    public void It_stands_in_three_languages_without_a_number_and_only_in_its_municipality()
    {
        var services = Seed.Items(Recipe, "Service");

        Assert.Equal(["en", "nb", "nn"], services.Select(Seed.Culture).Order(StringComparer.Ordinal));
        Assert.Single(services.Select(Seed.LocalizationSet).Distinct());
        Assert.All(
            services,
            service =>
            {
                Assert.True(service.GetProperty("Published").GetBoolean());
                Assert.NotEqual("", service.Text("ChannelNote"));
                Assert.Empty(service.PickedIds("Channels"));
                Assert.Equal("18", service.Number("MinimumAge"));
                Prose.AssertShortSentences(service.Text("Description"));
                Prose.AssertShortSentences(service.Text("ChannelNote"));
            }
        );
        var nynorsk = services.Single(service => service.Culture() == "nn");
        Prose.AssertNynorsk(nynorsk.Text("Description"));
        Prose.AssertNynorsk(nynorsk.Text("ChannelNote"));
        Assert.Equal(
            ["recipes/tonsberg.recipe.json"],
            Tenant.SetupRecipes.Where(setup => Tenant.Load(setup).Items.Any(item => item.Id() == services[0].Id()))
        );
    }
}
