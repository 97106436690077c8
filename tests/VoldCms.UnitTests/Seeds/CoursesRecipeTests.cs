using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// Courses, events, printed material and pathways that the plans name: nothing is said of one that does not stand in the measures that it
/// names.
/// </summary>
public sealed partial class CoursesRecipeTests
{
    private const string National = "recipes/nasjonale-kurs.recipe.json";

    private static readonly string[] s_types = ["Course", "Event", "PrintMaterial", "Pathway"];

    private static readonly string[] s_printed =
    [
        "About",
        "AudienceText",
        "HeldBy",
        "WhenText",
        "StatusText",
        "SignUpText",
        "Description",
        "Intro",
        "Note",
    ];

    private static readonly string[] s_cells =
    [
        "Text",
        "Bullets",
        "TargetGroupText",
        "HowWhen",
        "ResponsibleText",
        "DeadlineText",
        "StatusText",
        "Theme",
        "Recommendation",
    ];

    /// <summary>How many each municipality has: they were counted in the documents.</summary>
    [Theory]
    [InlineData("stavanger", 8, 0, 0, 0)]
    [InlineData("porsgrunn", 12, 1, 2, 0)]
    [InlineData("tonsberg", 4, 0, 1, 0)]
    [InlineData("mosseregionen", 1, 4, 5, 1)]
    [InlineData("ny-kommune", 0, 0, 0, 0)]
    public void Every_word_stands_in_a_measure_that_is_named(string setup, int courses, int events, int materials, int pathways)
    {
        var ofAll = Seed.Items(National, "Course").Select(Seed.Id).ToHashSet();
        var items = Tenant.Load($"recipes/{setup}.recipe.json").Items.Where(item => !ofAll.Contains(item.Id())).ToList();
        var measures = items.Where(item => TypeOf(item) == "Measure").ToDictionary(Seed.Id);

        Assert.Equal([courses, events, materials, pathways], s_types.Select(type => items.Count(item => TypeOf(item) == type)));
        Assert.DoesNotContain(items, item => TypeOf(item) == "NewsArticle");
        Assert.All(
            items.Where(item => s_types.Contains(TypeOf(item))),
            item =>
            {
                var named = item.PickedIds("Measures").Select(id => measures[id]).ToList();
                Assert.NotEmpty(named);
                Assert.All(named, measure => Assert.Equal(measure.PickedIds("Plan"), item.PickedIds("Plan")));
                var cells = named.SelectMany(measure => s_cells.Select(cell => Letters(measure.Text(cell)))).ToList();
                Assert.All(
                    s_printed
                        .SelectMany(field => item.Text(field).Split('\n'))
                        .Concat(item.Bag("Steps").Select(step => step.Text("Name")))
                        .Select(Letters),
                    line => Assert.Contains(cells, cell => cell.Contains(line, StringComparison.Ordinal))
                );
                Assert.All(
                    item.Bag("Steps"),
                    step =>
                    {
                        var itsCells = step.PickedIds("Measures")
                            .SelectMany(id => s_cells.Select(cell => Letters(measures[id].Text(cell))))
                            .ToList();
                        Assert.All(
                            step.Text("Text").Split('\n').Select(Letters),
                            line => Assert.Contains(itsCells, cell => cell.Contains(line, StringComparison.Ordinal))
                        );
                    }
                );
                if (!item.Text("EditorNote").StartsWith("Tittelen er vår", StringComparison.Ordinal))
                {
                    Assert.All(
                        Word().Matches(item.Title()).Select(word => Letters(word.Value)),
                        word => Assert.Contains(cells, cell => cell.Contains(word, StringComparison.Ordinal))
                    );
                }
            }
        );
    }

    /// <summary>What staff anywhere can take now: in three languages, from no plan, each with an address and a source.</summary>
    [Fact]
    public void Courses_of_the_whole_country_stand_in_three_languages_and_can_be_opened()
    {
        var courses = Seed.Items(National, "Course");

        Assert.NotEmpty(courses);
        Assert.All(
            courses.GroupBy(Seed.LocalizationSet),
            set =>
            {
                Assert.Equal(["en", "nb", "nn"], set.Select(Seed.Culture).Order(StringComparer.Ordinal));
                Assert.Single(set.Select(Seed.Address).Distinct());
            }
        );
        Assert.All(
            courses,
            course =>
            {
                Assert.Empty(course.PickedIds("Plan"));
                Assert.StartsWith(
                    "https://",
                    course.GetProperty("Course").GetProperty("SignUp").GetProperty("Url").GetString(),
                    StringComparison.Ordinal
                );
                Assert.NotEqual("", course.Text("EditorNote"));
                Prose.AssertShortSentences(course.Text("About"));
                if (course.Culture() == "nn")
                {
                    Prose.AssertNynorsk(course.Text("About"));
                }
            }
        );
    }

    /// <summary>The last day that the words allow, and no day where they say none.</summary>
    [Fact]
    public void A_day_is_the_last_that_the_words_allow()
    {
        var days = Seed.Items("recipes/mosseregionen-kurs.recipe.json", "Event")
            .Select(item => (item.Text("WhenText"), item.Date("Starts"), item.Date("Ends"), item.IsOn("Held")));

        Assert.Equal(
            [
                ("En årlig, interkommunal møteplass", "", "", false),
                ("2016 og 2017", "", "2017-12-31", false),
                ("", "", "", true),
                ("Planlagt august 2018.", "", "2018-08-31", false),
            ],
            days
        );
    }

    private static string TypeOf(JsonElement item) => item.GetProperty("ContentType").GetString()!;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}-]+")]
    private static partial Regex Word();
}
