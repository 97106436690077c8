using System.Text.Json;
using VoldCms.Plans.Measures;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// What holds for every municipality's seed: nothing checked yet, one number one channel, states by the written list, prose in one culture.
/// </summary>
public sealed class SeedRulesTests
{
    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    private static readonly string[] s_prose =
    [
        "Service",
        "HelpPage",
        "ViolenceType",
        "Duty",
        "GlossaryTerm",
        "Guide",
        "ActionCard",
        "Course",
        "Event",
        "NewsArticle",
        "Pathway",
    ];

    private static readonly string[] s_ownWords =
    [
        "recipes/nasjonale-tilbud.recipe.json",
        "recipes/nasjonale-kurs.recipe.json",
        "recipes/hjelpesider.recipe.json",
        "recipes/trygg-videre.recipe.json",
        "recipes/former.recipe.json",
        "recipes/startsider.recipe.json",
        "recipes/tryggest-tonsberg.recipe.json",
        .. LocalHelpRecipeTests.Recipes.Select(recipe => recipe.Data),
    ];

    [Theory, MemberData(nameof(SetupRecipes))]
    public void A_state_follows_from_the_status_by_the_written_list(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);

        Assert.All(
            tenant.AllItems.Where(item => TypeOf(item) is "Measure" or "Submeasure" or "StatusEntry"),
            item =>
            {
                var status = item.Text(TypeOf(item) == "StatusEntry" ? "Text" : "StatusText");
                var state = StatusWords.StateOf(status);
                Assert.Equal(
                    state < MeasureState.Other ? state.ToString() : "Unknown",
                    item.Text("State"),
                    StringComparer.OrdinalIgnoreCase
                );
            }
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Every_number_and_hour_has_a_source_and_nobody_has_checked_it(string setupRecipe)
    {
        var verified = Tenant.Load(setupRecipe).Items.Where(item => TypeOf(item) is "Channel" or "Place" or "Service" or "WebResource");

        Assert.All(
            verified,
            item =>
            {
                var verification = item.GetProperty("VerificationPart");
                Assert.NotEqual("", verification.GetProperty("Source").GetProperty("Text").GetString());
                Assert.False(verification.TryGetProperty("CheckedDate", out _));
                Assert.False(verification.TryGetProperty("CheckedBy", out _));
            }
        );
    }

    // What is hidden here is open on Orchard Core.
    [Theory, MemberData(nameof(SetupRecipes))]
    public void Hidden_fields_hold_notes_on_the_reading_and_codes_and_no_item_is_hidden_whole(string setupRecipe)
    {
        var tenant = Tenant.Load(setupRecipe);
        var hidden = tenant
            .Steps.Where(step => Tenant.NameOf(step) == "ContentDefinition")
            .SelectMany(step => step.GetProperty("ContentParts").EnumerateArray())
            .SelectMany(
                part => part.GetProperty("ContentPartFieldDefinitionRecords").EnumerateArray(),
                (part, field) => (Part: part.GetProperty("Name").GetString()!, Field: field)
            )
            .Where(record => record.Field.GetProperty("Settings").TryGetProperty("FieldVisibilitySettings", out _))
            .Select(record => (record.Part, Name: record.Field.GetProperty("Name").GetString()!))
            .ToList();
        var filled =
            from item in tenant.AllItems
            from field in hidden
            where item.TryGetProperty(field.Part, out var part) && part.TryGetProperty(field.Name, out _)
            select field;

        Assert.Contains(("Party", "Phone"), hidden);
        Assert.DoesNotContain(filled, field => field.Name != "EditorNote" && field != ("Goal", "Code"));
        Assert.DoesNotContain(tenant.AllItems, item => item.TryGetProperty("VisibilityPart", out _));
        Assert.DoesNotMatch(
            @"@|\b\d{8}\b|\b\d{3} \d{2} \d{3}\b",
            string.Join('\n', tenant.AllItems.Select(item => item.Text("EditorNote")))
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void No_address_of_help_gives_anybody_away(string setupRecipe)
    {
        var help = Tenant
            .Load(setupRecipe)
            .AllItems.Where(item => TypeOf(item) is "Service" or "HelpPage" or "ViolenceType" or "Duty" or "Course" or "Event" or "Pathway")
            .ToList();

        Assert.NotEmpty(help);
        Assert.All(help, item => Prose.AssertTellsNothing(item.Address()));
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void One_number_is_one_channel(string setupRecipe)
    {
        var numbers = Tenant
            .Load(setupRecipe)
            .Items.Where(item => TypeOf(item) == "Channel")
            .Select(channel => string.Concat(channel.Text("Phone").Where(char.IsAsciiDigit)))
            .Where(number => number != "")
            .ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void Prose_has_a_culture_and_facts_have_none(string setupRecipe)
    {
        // What a document says stands in the document's language; our own words stand in three.
        var ownWords = s_ownWords.SelectMany(recipe => s_prose.SelectMany(type => Seed.Items(recipe, type))).Select(Seed.Id).ToHashSet();

        Assert.All(
            Tenant.Load(setupRecipe).Items,
            item =>
            {
                var isProse = s_prose.Contains(TypeOf(item));
                Assert.Equal(isProse, item.TryGetProperty("LocalizationPart", out _));
                if (isProse)
                {
                    Assert.Contains(item.Culture(), ownWords.Contains(item.Id()) ? ["nb", "nn", "en"] : (string[])["nb"]);
                    Assert.StartsWith(
                        $"{item.Culture()}/",
                        item.GetProperty("AutoroutePart").GetProperty("Path").GetString(),
                        StringComparison.Ordinal
                    );
                }
            }
        );
    }

    [Theory, MemberData(nameof(SetupRecipes))]
    public void No_number_that_nobody_could_confirm_can_be_called(string setupRecipe) =>
        Assert.DoesNotContain(
            Tenant.Load(setupRecipe).Items,
            item => TypeOf(item) == "Channel" && item.Text("Phone") is "800 57 000" or "800 30 196"
        );

    [Fact]
    public void A_new_municipality_begins_without_a_plan()
    {
        var types = Tenant.Load("recipes/ny-kommune.recipe.json").Items.Select(TypeOf).ToHashSet();

        Assert.DoesNotContain("Plan", types);
        Assert.DoesNotContain("Measure", types);
        Assert.Contains("HelpPage", types);
        Assert.Contains("Service", types);
    }

    private static string TypeOf(JsonElement item) => item.GetProperty("ContentType").GetString()!;
}
