using System.Diagnostics;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Patterns;

namespace VoldCms.UnitTests.ContentManagement.Patterns;

/// <summary>
/// What patterns give, and what each guard stops. Expected values come from Orchard Core's contract and from Liquid itself.
/// </summary>
public sealed class PatternTests
{
    private const string Culture = "{{ ContentItem.Content.LocalizationPart.Culture }}";
    private const string Container =
        "{{ Model.ContentItem | container | display_text | slugify }}/{{ Model.ContentItem | display_text | slugify }}";

    private static readonly ContentItem s_blog = Item("4blog", "Blog", "Vår blogg", "{}");

    private static readonly ContentItem s_english = Item(
        "4eng",
        "HelpPage",
        "Get help now",
        """{ "LocalizationPart": { "LocalizationSet": "4set", "Culture": "en" } }"""
    );

    private static readonly ContentItem s_item = Item(
        "4abc",
        "HelpPage",
        "Få hjelp nå",
        """
        { "LocalizationPart": { "LocalizationSet": "4set", "Culture": "nn" }, "ContainedPart": { "ListContentItemId": "4blog" },
          "HelpPage": { "Order": { "Value": 2 }, "Share": { "Value": 2.5 }, "Urgent": { "Value": true },
            "Day": { "Value": "2026-03-01T23:30:00Z" },
            "Tags": { "Values": ["barn", "vold"] } },
          "Person": { "First": { "Text": "Kari" }, "Last": { "Text": "Nordmann" } },
          "Steps": { "ContentItems": [ { "DisplayText": "Ring 112" }, { "DisplayText": "Vent" } ] } }
        """
    );

    public static TheoryData<string, string> Patterns =>
        new()
        {
            // Our own recipes'.
            { Culture + "/tilbud/{{ ContentItem.ContentItemId }}", "nn/tilbud/4abc" },
            { Culture + "/plikter/{{ ContentItem.ContentItemId }}", "nn/plikter/4abc" },
            { Culture + "/ordliste/{{ ContentItem.ContentItemId }}", "nn/ordliste/4abc" },
            { Culture + "/hjelp/{{ ContentItem.ContentItemId }}", "nn/hjelp/4abc" },
            { Culture + "/hjelp/veileder/{{ ContentItem.ContentItemId }}", "nn/hjelp/veileder/4abc" },
            { Culture + "/hjelp/tiltakskort/{{ ContentItem.ContentItemId }}", "nn/hjelp/tiltakskort/4abc" },
            { Culture + "/hjelp/former/{{ ContentItem.ContentItemId }}", "nn/hjelp/former/4abc" },
            { Culture + "/kurs/{{ ContentItem.ContentItemId }}", "nn/kurs/4abc" },
            { Culture + "/aktuelt/{{ ContentItem.ContentItemId }}", "nn/aktuelt/4abc" },
            { Culture + "/tilbud/kjeder/{{ ContentItem.ContentItemId }}", "nn/tilbud/kjeder/4abc" },
            { "tiltak/{{ ContentItem.ContentItemId }}", "tiltak/4abc" },
            { "planer/{{ ContentItem.ContentItemId }}", "planer/4abc" },
            { "planer/ansvarlige/{{ ContentItem.ContentItemId }}", "planer/ansvarlige/4abc" },
            { "planer/status/{{ ContentItem.ContentItemId }}", "planer/status/4abc" },
            // Orchard Core's own recipes'.
            { "{{ Model.ContentItem | display_text | slugify }}", "fa-hjelp-na" },
            { "{{ ContentItem | display_text | slugify }}", "fa-hjelp-na" },
            { Container, "var-blogg/fa-hjelp-na" },
            // What people write.
            {
                "{{ ContentItem | container | display_text | slugify }}/{{ ContentItem | display_text | slugify }}",
                "var-blogg/fa-hjelp-na"
            },
            { "{{ ContentItem.Content.Person.First.Text }} {{ ContentItem.Content.Person.Last.Text }}", "Kari Nordmann" },
            { "{{ ContentItem.DisplayText | slugify }}", "fa-hjelp-na" },
            { "{{ Model.ContentItem.DisplayText | slugify }}", "fa-hjelp-na" },
            { "hjelp", "hjelp" },
            { "{{Model.ContentItem.DisplayText|upcase}}", "FÅ HJELP NÅ" },
            { "{{ ContentItem }}", "Få hjelp nå" },
            { "{{ ContentItem.Content.HelpPage.Order.Value }}. {{ ContentItem.ContentType | downcase }}", "2. helppage" },
            { "{{ ContentItem.Content.HelpPage.Share.Value }} {{ ContentItem.Content.HelpPage.Urgent.Value }}", "2.5 true" },
            { "{{ ContentItem.Content.Nobody.Knows }}x", "x" },
            { "{{ ContentItem.Content.HelpPage.Day.Value | date: '%Y-%m-%d' }}", "2026-03-01" },
            { "{{ ContentItem.Content.HelpPage.Day.Value | local | date: '%Y-%m-%d %H' }}", "2026-03-02 00" },
            { "{{ ContentItem.Content.HelpPage.Day.Value | date: '%B' }}", "mars" },
            { "{{ 'now' | date: '%Y' }}-{{ ContentItem.CreatedUtc | date: '%m' }}", "2026-02" },
            {
                "{{ ContentItem.Content.HelpPage.Tags.Values | join: '-' }}/{{ ContentItem.Content.HelpPage.Tags.Values[1] }}",
                "barn-vold/vold"
            },
            {
                "{{ ContentItem.Content.Steps.ContentItems[0].DisplayText | slugify }} "
                    + "{{ ContentItem.Content.Steps.ContentItems.last | display_text }}",
                "ring-112 Vent"
            },
            { "{{ ContentItem.Content.LocalizationPart.LocalizationSet | localization_set: 'en' | display_text }}", "Get help now" },
            { "{% if ContentItem.Content.HelpPage.Urgent.Value %}{{ 'a' | append: 'b' }}{% else %}x{% endif %}", "ab" },
            { "{% for tag in ContentItem.Content.HelpPage.Tags.Values %}{{ forloop.index }}{{ tag | slice: 0, 1 }}{% endfor %}", "1b2v" },
            { "{% assign n = ContentItem.Content.HelpPage.Order.Value | plus: 1 | times: 2 %}{{ n }}{% comment %}x{% endcomment %}", "6" },
            { "{{ 'a<b>c</b>' | strip_html | replace: 'c', 'd' | prepend: ' ' }}\r\n", "ad" },
        };

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task A_pattern_gives_what_liquid_gives(string pattern, string expected)
    {
        Assert.Equal(expected, await Read(pattern).RenderAsync(s_item, Scope()));
    }

    [Fact]
    public async Task A_container_that_is_not_there_gives_nothing() =>
        Assert.Equal("/get-help-now", await Read(Container).RenderAsync(s_english, Scope()));

    [Fact]
    public void Every_pattern_of_our_recipes_and_of_orchard_cores_stands_in_the_table()
    {
        var known = Patterns.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal);
        var files = new[] { "recipes", "src", "../shared/orchard-core-recipes", "../shared/found" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

        var found = files
            .SelectMany(file =>
                PatternsIn(
                    JsonNode.Parse(
                        File.ReadAllText(file),
                        documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true }
                    )
                )
            )
            .ToHashSet();

        Assert.NotEmpty(found);
        Assert.Empty(found.Except(known));
    }

    [Theory]
    [InlineData("{{ ContentItem.DisplayText", "no Liquid")]
    [InlineData("{% nobody %}", "no Liquid")]
    [InlineData("{% include 'secret' %}", "no Liquid")]
    [InlineData("{% render 'secret' %}", "no Liquid")]
    [InlineData("{% capture a %}x{% endcapture %}", "no Liquid")]
    [InlineData("{% cycle 'a', 'b' %}", "no Liquid")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}", "a range")]
    [InlineData("{% assign a = (1..100000000) %}{{ a | size }}", "a range")]
    [InlineData("{% if 1 == 2 %}{{ ContentItem | nobody }}{% endif %}", "the filter 'nobody'")]
    [InlineData("{{ ContentItem | json }}", "the filter 'json'")]
    [InlineData("{% assign a = 'x' | split: '' %}{% assign a = a | concat: a %}", "the filter 'concat'")]
    [InlineData("{{ 'x' | format_string: 'D999999999' }}", "the filter 'format_string'")]
    [InlineData("{{ Site.Name }}", "asks for 'Site'")]
    [InlineData("{{ ContentItem.DisplayText | append: Request.Path }}", "asks for 'Request'")]
    public void What_patterns_do_not_have_is_refused_when_they_are_read(string pattern, string expected)
    {
        Assert.Null(PatternLanguage.Read(pattern, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Fact]
    public void A_pattern_longer_than_a_page_is_refused()
    {
        Assert.Null(PatternLanguage.Read(new string('x', 2_001), out var problem));
        Assert.Contains("expected at most 2000", problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Attacks =>
        new()
        {
            { "append", Doubling("append: a"), "more than 1000000 characters" },
            { "prepend", Doubling("prepend: a"), "more than 1000000 characters" },
            { "replace", Doubling("replace: 'x', a"), "more than 1000000 characters" },
            {
                "join",
                "{% assign a = ContentItem.Content.Long.Text | split: '' %}{{ a | join: ContentItem.Content.Long.Text }}",
                "more than 1000000 characters"
            },
            { "url_encode", Doubling("url_encode"), "" },
            {
                "times",
                "{% assign a = 9 %}" + string.Concat(Enumerable.Repeat("{% assign a = a | times: a %}", 30)) + "{{ a }}",
                "no number"
            },
            { "the writer", "{{ ContentItem.Content.Long.Text }}{{ ContentItem.Content.Long.Text }}", "more than 10000 characters" },
            {
                "steps",
                "{% assign a = ContentItem.Content.Long.Text | split: '' %}{% for x in a %}{% for y "
                    + "in a %}{% for z in a %}{% assign q = z %}{% endfor %}{% endfor %}{% endfor %}",
                "more steps"
            },
            { "a wide date", "{{ 'now' | date: '%999999999Y' }}", "wider than" },
        };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_pattern_that_asks_for_too_much_is_stopped(string what, string pattern, string expected)
    {
        var begun = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var attacked = s_item.DeepClone();
        attacked.Content["Long"] = new JsonObject { ["Text"] = new string('x', 6_000) };

        if (expected.Length == 0)
        {
            await Read(pattern).RenderAsync(attacked, Scope());
        }
        else
        {
            var fault = await Assert.ThrowsAsync<PatternFaultException>(async () => await Read(pattern).RenderAsync(attacked, Scope()));
            Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000, what);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), what);
    }

    private static string Doubling(string filter) =>
        "{% assign a = 'xxxxxxxxxx' %}" + string.Concat(Enumerable.Repeat($"{{% assign a = a | {filter} %}}", 50));

    private static ItemPattern Read(string pattern) =>
        PatternLanguage.Read(pattern, out var problem) ?? throw new ArgumentException(problem);

    private static PatternScope Scope() =>
        new(
            id => new(id.Value == "4blog" ? s_blog : null),
            (set, culture) => new(set == "4set" && culture == "en" ? s_english : null),
            new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")
        );

    private static IEnumerable<string> PatternsIn(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member.Key is "TitlePartSettings" or "AutoroutePartSettings" or "AliasPartSettings"
                && member.Value?["Pattern"]?.GetValue<string>() is { Length: > 0 } pattern
                    ? [pattern]
                    : PatternsIn(member.Value)
            ),
            JsonArray elements => elements.SelectMany(PatternsIn),
            _ => [],
        };

    private static ContentItem Item(string id, string type, string text, string content) =>
        new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = new("4v"),
            ContentType = type,
            DisplayText = text,
            CreatedUtc = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
            Content = (JsonObject)JsonNode.Parse(content)!,
        };
}
