using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The national services stand in three languages, and every language says the same of them.</summary>
public sealed partial class NationalServicesRecipeTests
{
    private const string Recipe = "recipes/nasjonale-tilbud.recipe.json";
    private const string EmergencyText = "Nød-SMS";

    private static readonly string[] s_cultures = ["en", "nb", "nn"];

    private static readonly string[] s_prose = ["Description", "ChannelNote"];

    private static readonly IReadOnlyList<JsonElement> s_services = Seed.Items(Recipe, "Service");

    private static readonly IReadOnlyList<JsonElement> s_channels = Seed.Items(Recipe, "Channel");

    [Fact]
    public void Every_service_stands_in_all_three_languages_of_one_set_at_one_address()
    {
        var sets = s_services.GroupBy(Seed.LocalizationSet).ToList();

        Assert.True(sets.Count(set => set.First().GetProperty("Published").GetBoolean()) >= 13, "The confirmed national services.");
        Assert.All(
            sets,
            set =>
            {
                Assert.Equal(s_cultures, set.Select(Seed.Culture).Order(StringComparer.Ordinal));
                Assert.Single(set.Select(Seed.Address).Distinct());
                Assert.Single(set.Select(service => service.GetProperty("Published").GetBoolean()).Distinct());
            }
        );
    }

    [Fact]
    public void The_languages_of_a_service_have_the_same_channels_and_facts() =>
        Assert.All(s_services.GroupBy(Seed.LocalizationSet), set => Assert.Single(set.Select(FactsOf).Distinct()));

    [Fact]
    public void The_languages_of_a_service_say_equally_much() =>
        Assert.All(
            s_prose,
            field =>
                Assert.All(
                    s_services.GroupBy(Seed.LocalizationSet),
                    set => Assert.Single(set.Select(service => service.Text(field).Length > 0).Distinct())
                )
        );

    // Numbers stand on the channels, once for all languages; an age is not a number to call.
    [Fact]
    public void No_text_repeats_a_number_or_an_hour() =>
        Assert.All(ProseOf(s_services), text => Assert.DoesNotMatch("[0-9]", Age().Replace(text, "")));

    // Whoever is not registered would send a message that nobody gets: it is no channel of the police, and says first whom it is for.
    [Fact]
    public void The_emergency_text_service_stands_alone_and_says_who_can_use_it()
    {
        var channel = s_channels.Single(item => item.Title() == EmergencyText);

        Assert.Contains("registrert", channel.Text("Note"), StringComparison.Ordinal);
        Assert.Contains("SIM", channel.Text("Note"), StringComparison.Ordinal);
        var offered = s_services.Where(service => service.PickedIds("Channels").Contains(channel.Id())).ToList();
        Assert.Equal(s_cultures, offered.Select(Seed.Culture).Order(StringComparer.Ordinal));
        Assert.All(
            offered,
            service =>
            {
                Assert.Equal([channel.Id()], service.PickedIds("Channels"));
                Assert.Matches(Registration(), service.Text("Description").Split('.')[0]);
                Assert.Contains("SIM", service.Text("ChannelNote"), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Texts_are_short_and_calm() =>
        Assert.All(
            ProseOf(s_services),
            text =>
            {
                Prose.AssertShortSentences(text);
                Assert.DoesNotContain('!', text);
            }
        );

    [Fact]
    public void Nynorsk_holds_no_bokmal() =>
        Assert.All(ProseOf(s_services.Where(service => service.Culture() == "nn")), Prose.AssertNynorsk);

    private static IEnumerable<string> ProseOf(IEnumerable<JsonElement> services) =>
        services.SelectMany(service => s_prose.Select(field => service.Text(field)).Append(service.Title())).Where(text => text.Length > 0);

    /// <summary>Everything that is stored of a service besides its words.</summary>
    private static string FactsOf(JsonElement item)
    {
        var service = JsonObject.Create(item.GetProperty("Service"))!;
        foreach (var field in s_prose)
        {
            service.Remove(field);
        }

        return $"{service.ToJsonString()} {item.GetProperty("VerificationPart").GetRawText()}";
    }

    [GeneratedRegex("18( år)?")]
    private static partial Regex Age();

    [GeneratedRegex("har registrert|has registered")]
    private static partial Regex Registration();
}
