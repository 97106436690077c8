using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// What every municipality says of laws and numbers has its source: told to the reader, or to the editor who is to check it.
/// </summary>
public sealed partial class SharedFactsTests
{
    private const string NationalServices = "recipes/nasjonale-tilbud.recipe.json";

    private static readonly IReadOnlyList<JsonElement> s_duties = Seed.Items("recipes/hjelpesider.recipe.json", "Duty");

    private static readonly IReadOnlyList<JsonElement> s_pages = Seed.Items("recipes/hjelpesider.recipe.json", "HelpPage");

    private static readonly IReadOnlyList<JsonElement> s_kinds = Seed.Items("recipes/startsider.recipe.json", "ViolenceType");

    private static readonly IReadOnlyList<JsonElement> s_national =
    [
        .. Seed.Items(NationalServices, "Channel"),
        .. Seed.Items(NationalServices, "Service"),
    ];

    [Fact]
    public void Each_law_of_a_duty_is_accounted_for_in_the_editors_note() =>
        Assert.All(
            s_duties,
            duty =>
            {
                var laws = duty.Text("LawsText").Split('\n');

                Assert.DoesNotContain("", laws);
                Assert.All(
                    laws,
                    law =>
                        Assert.Contains(
                            Place().Match(law) is { Success: true } place ? place.Value : law,
                            duty.Text("EditorNote"),
                            StringComparison.OrdinalIgnoreCase
                        )
                );
            }
        );

    /// <summary>The duty to prevent is about what is happening now too, not about the future alone.</summary>
    [Fact]
    public void The_duty_to_prevent_covers_what_is_happening_now_in_English_too()
    {
        var said = s_duties
            .Select(duty => duty.Text("Text"))
            .Concat(s_pages.Select(page => page.GetProperty("HelpPage").GetProperty("Body").GetProperty("Html").GetString()!))
            .Where(text => text.Contains("certain or most likely", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(4, said.Count);
        Assert.All(said, text => Assert.Matches("most likely that (it is|they are) happening or will happen", text));
    }

    [Fact]
    public void Each_section_and_each_number_on_a_help_page_is_accounted_for_in_the_editors_note() =>
        Assert.All(
            s_pages,
            page =>
            {
                var body = page.GetProperty("HelpPage").GetProperty("Body").GetProperty("Html").GetString()!;

                Assert.All(
                    Place().Matches(body),
                    section => Assert.Contains(section.Value, page.Text("EditorNote"), StringComparison.Ordinal)
                );
                Assert.True(page.Text("EditorNote").Length > 0 || !body.Contains("tel:", StringComparison.Ordinal), page.Title());
            }
        );

    /// <summary>Section 139 is the act of 1902, and section 196 today's; a plan that names both is quoted, never repeated.</summary>
    [Fact]
    public void No_law_that_is_no_longer_in_force_is_named_to_the_reader()
    {
        Assert.All(s_duties, duty => Assert.DoesNotMatch("139|15-3", duty.Text("LawsText") + duty.Text("Text")));
        Assert.All(
            s_pages,
            page =>
                Assert.DoesNotMatch(
                    "§ (139|15-3)",
                    page.GetProperty("HelpPage").GetRawText().Replace(page.Text("EditorNote"), "", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void The_duty_to_prevent_tells_its_threshold_and_its_exception() =>
        Assert.All(
            s_duties.Where(duty => duty.Address() == "plikter/hindre"),
            duty =>
            {
                Assert.Matches("sikkert eller mest sannsynlig|sikkert eller mest sannsynleg|certain or most likely", duty.Text("Text"));
                Assert.Matches(
                    "deg selv eller dine nærmeste i fare|deg sjølv eller dei nærmaste dine i fare|you or those closest to you in danger",
                    duty.Text("Text")
                );
            }
        );

    [Fact]
    public void Each_national_number_and_service_names_its_source() =>
        Assert.All(
            s_national,
            item =>
            {
                var verification = item.GetProperty("VerificationPart");

                Assert.NotEqual("", TextOf(verification, "Source"));
                Assert.True(
                    verification.TryGetProperty("SourceAddress", out _) || TextOf(verification, "SourceDateText") != "",
                    item.Title()
                );
            }
        );

    /// <summary>A reader in Moss is not told that what holds in the whole country is from some other municipality.</summary>
    [Fact]
    public void What_all_municipalities_share_has_no_municipality_for_its_source()
    {
        Assert.All(s_duties.Concat(s_kinds), item => Assert.DoesNotMatch(OtherMunicipality(), item.Text("Source")));
        Assert.All(
            s_national.Concat(Seed.Items("recipes/hjelpesider.recipe.json", "WebResource")),
            item => Assert.DoesNotMatch(OtherMunicipality(), TextOf(item.GetProperty("VerificationPart"), "Source"))
        );
    }

    private static string TextOf(JsonElement part, string field) =>
        part.TryGetProperty(field, out var value) ? value.GetProperty("Text").GetString()! : "";

    [GeneratedRegex(@"§ [0-9]+(-[0-9]+)?|kapittel [0-9]+")]
    private static partial Regex Place();

    [GeneratedRegex("kommune|temaplan|tiltaksplan", RegexOptions.IgnoreCase)]
    private static partial Regex OtherMunicipality();
}
