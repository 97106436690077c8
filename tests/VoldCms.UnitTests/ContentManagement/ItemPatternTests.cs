using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.UnitTests.ContentManagement;

public sealed class ItemPatternTests
{
    private static readonly ContentItem s_item = new()
    {
        ContentItemId = new("4abc"),
        ContentItemVersionId = new("4v"),
        ContentType = "HelpPage",
        DisplayText = "Få hjelp nå",
        Content = (JsonObject)JsonNode.Parse("""{ "LocalizationPart": { "Culture": "nn" }, "HelpPage": { "Order": { "Value": 2 } } }""")!,
    };

    [Theory]
    [InlineData("hjelp", "hjelp")]
    [InlineData("{{ ContentItem.DisplayText | slugify }}", "fa-hjelp-na")]
    [InlineData("{{ Model.ContentItem | display_text | slugify }}", "fa-hjelp-na")]
    [InlineData("{{Model.ContentItem.DisplayText|upcase}}", "FÅ HJELP NÅ")]
    [InlineData("{{ ContentItem.Content.LocalizationPart.Culture }}/hjelp/{{ ContentItem.ContentItemId }}", "nn/hjelp/4abc")]
    [InlineData("{{ ContentItem.Content.HelpPage.Order.Value }}. {{ ContentItem.ContentType | downcase }}", "2. helppage")]
    [InlineData("{{ ContentItem.Content.Nobody.Knows }}x", "x")]
    public void A_pattern_is_filled_with_the_items_values(string pattern, string expected) =>
        Assert.Equal(expected, ItemPattern.Render(pattern, s_item));

    [Theory]
    [InlineData("{{ Model.ContentItem | container | display_text | slugify }}")]
    [InlineData("{% if ContentItem %}x{% endif %}")]
    [InlineData("{{ ContentItem }}")]
    [InlineData("{{ Site.Name }}")]
    [InlineData("{{ ContentItem.DisplayText | date: '%Y' }}")]
    [InlineData("{{ ContentItem.DisplayText")]
    public void A_pattern_that_asks_for_more_is_not_guessed_at(string pattern) => Assert.Null(ItemPattern.Render(pattern, s_item));
}
