using System.Globalization;
using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// Local help that public pages name and the municipality's own document does not: shared recipes, one a service, each nested by the
/// municipalities that it serves and by no other.
/// </summary>
public sealed class LocalHelpRecipeTests
{
    private const string Telemark = "recipes/krisesenter-telemark.recipe.json";
    private const string Moss = "recipes/krisesenter-moss.recipe.json";
    private const string Grenland = "recipes/barnevernvakt-grenland.recipe.json";
    private const string Rogaland = "recipes/familievern-sor-rogaland.recipe.json";

    private static readonly string[] s_cultures = ["en", "nb", "nn"];

    public static TheoryData<string> Recipes => [Telemark, Moss, Grenland, Rogaland];

    [Theory, MemberData(nameof(Recipes))]
    public void A_service_stands_in_all_three_languages_with_the_same_number_and_facts(string recipe)
    {
        var services = Seed.Items(recipe, "Service");
        var number = Assert.Single(Seed.Items(recipe, "Channel"));

        Assert.Equal(s_cultures, services.Select(Seed.Culture).Order(StringComparer.Ordinal));
        Assert.Single(services.Select(Seed.LocalizationSet).Distinct());
        Assert.Single(services.Select(Seed.Address).Distinct());
        Assert.All(
            services,
            service =>
            {
                Assert.Equal([number.Id()], service.PickedIds("Channels"));
                Assert.NotEqual("", service.Text("Covers"));
                Assert.False(service.IsOn("National"));
            }
        );
        Assert.Single(
            services
                .Select(service =>
                    string.Join(' ', service.Terms("Kinds").Concat(service.Terms("Audiences")).Concat(service.Terms("Situations")))
                )
                .Distinct()
        );
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Number_and_service_have_a_source_with_an_address_and_a_date_and_nobody_has_checked_them(string recipe) =>
        Assert.All(
            Seed.Items(recipe, "Service").Concat(Seed.Items(recipe, "Channel")),
            item =>
            {
                var verification = item.GetProperty("VerificationPart");
                Assert.NotEqual("", verification.GetProperty("Source").GetProperty("Text").GetString());
                Assert.StartsWith(
                    "https://",
                    verification.GetProperty("SourceAddress").GetProperty("Url").GetString(),
                    StringComparison.Ordinal
                );
                Assert.NotEqual("", verification.GetProperty("SourceDateText").GetProperty("Text").GetString());
                Assert.False(verification.TryGetProperty("CheckedDate", out _));
            }
        );

    /// <summary>A telephone is said to be open on the word of a source that is at most five years old.</summary>
    [Theory, MemberData(nameof(Recipes))]
    public void Hours_stand_on_no_old_source(string recipe) =>
        Assert.DoesNotContain(
            Seed.Items(recipe, "Channel").Where(channel => channel.Text("OpeningHours") != "" || channel.Text("HoursText") != ""),
            channel =>
                int.Parse(
                    channel.GetProperty("VerificationPart").GetProperty("SourceDateText").GetProperty("Text").GetString()!.Split(' ')[^1],
                    CultureInfo.InvariantCulture
                ) < 2021
        );

    [Theory, MemberData(nameof(Recipes))]
    public void Texts_are_plain_and_addresses_give_nobody_away(string recipe) =>
        Assert.All(
            Seed.Items(recipe, "Service"),
            service =>
            {
                Prose.AssertShortSentences(service.Text("Description"));
                Assert.DoesNotMatch("[0-9!]", service.Text("Description"));
                if (service.Culture() == "nn")
                {
                    Prose.AssertNynorsk(service.Text("Description"));
                }
            }
        );

    // Where no source has a number, none is shown: a municipality that begins.
    [Theory]
    [InlineData("recipes/porsgrunn.recipe.json", "35 50 38 00", "90 05 33 04")]
    [InlineData("recipes/mosseregionen.recipe.json", "69 25 05 50")]
    [InlineData("recipes/tonsberg.recipe.json")]
    [InlineData("recipes/stavanger.recipe.json", "51 53 81 50")]
    [InlineData("recipes/ny-kommune.recipe.json")]
    public void A_municipality_has_those_that_serve_it_and_no_other(string setupRecipe, params string[] numbers)
    {
        var shared = Recipes.SelectMany(recipe => Seed.Items(recipe.Data, "Channel")).Select(Seed.Id).ToHashSet();

        Assert.Equal(numbers, Tenant.Load(setupRecipe).Items.Where(item => shared.Contains(item.Id())).Select(item => item.Text("Phone")));
    }
}
