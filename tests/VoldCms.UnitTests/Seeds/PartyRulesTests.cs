using System.Text.Json;

namespace VoldCms.UnitTests.Seeds;

/// <summary>Who is a party, in every municipality's seed: somebody who can be asked, with a page of its own.</summary>
public sealed class PartyRulesTests
{
    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    [Fact]
    public void The_list_of_words_that_are_no_party_is_read() =>
        Assert.True(NoParties.Words.Count >= 15, "The README's table of words was not found.");

    [Theory, MemberData(nameof(SetupRecipes))]
    public void No_bit_of_a_sentence_is_a_party_and_every_party_has_an_address(string setupRecipe)
    {
        var parties = Parties(setupRecipe);

        Assert.DoesNotContain(parties, party => NoParties.Words.Contains(party.Title()));
        Assert.All(
            parties,
            party =>
                Assert.StartsWith(
                    "planer/ansvarlige/",
                    party.GetProperty("AutoroutePart").GetProperty("Path").GetString(),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_party_is_responsible_for_something(string setupRecipe)
    {
        var named = Tenant.Load(setupRecipe).AllItems.SelectMany(item => item.PickedIds("ResponsibleParties")).ToHashSet();

        Assert.All(Parties(setupRecipe), party => Assert.True(named.Contains(party.Id()), party.Title()));
    }

    /// <summary>Whatever is picked, the printed words stay.</summary>
    [Theory, MemberData(nameof(SetupRecipes))]
    public void Whoever_is_picked_is_read_out_of_printed_words(string setupRecipe) =>
        Assert.All(
            Tenant.Load(setupRecipe).AllItems.Where(item => item.PickedIds("ResponsibleParties").Count > 0 && IsPrinted(item)),
            item => Assert.NotEqual("", item.Text("ResponsibleText"))
        );

    private static bool IsPrinted(JsonElement item) =>
        item.GetProperty("ContentType").GetString() is "Plan" or "Goal" or "Measure" or "Submeasure";

    private static List<JsonElement> Parties(string setupRecipe) =>
        [.. Tenant.Load(setupRecipe).Items.Where(item => item.GetProperty("ContentType").GetString() == "Party")];
}
