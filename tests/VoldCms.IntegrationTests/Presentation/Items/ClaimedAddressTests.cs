using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Rules;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Presentation.Items;

/// <summary>Addresses that a page of the site has, so that an item with such a path would never be seen.</summary>
public sealed class ClaimedAddressTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("HelpPage", "nb/hjelp", "nb")]
    [InlineData("HelpPage", "NB/Hjelp", "nb")]
    [InlineData("HelpPage", "nb/hjelp/former", "nb")]
    [InlineData("HelpPage", "hjelp", null)]
    [InlineData("HelpPage", "a-aa", null)]
    [InlineData("Plan", "planer", null)]
    [InlineData("Plan", "planer/handlingsplan/dokument", null)]
    [InlineData("Service", "nn/utskrift/kort", "nn")]
    public void An_item_with_a_page_may_not_have_it(string contentType, string path, string? culture) =>
        Assert.Contains(
            Problems(contentType, path, culture),
            problem => problem.Contains("is that of a page of the site", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Whatever", "api/x", null)]
    [InlineData("Plan", "ADMIN", null)]
    [InlineData("Plan", "media/bilder", null)]
    public void A_reserved_word_begins_no_path(string contentType, string path, string? culture) =>
        Assert.Contains(
            Problems(contentType, path, culture),
            problem => problem.Contains("begins with a reserved word", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("HelpPage", "nb/hjelp/na", "nb")]
    [InlineData("HelpPage", "nb/hjelper", "nb")]
    [InlineData("Plan", "planer/handlingsplan", null)]
    [InlineData("Plan", "planer/handlingsplan/vedlegg", null)]
    [InlineData("Plan", "apier/x", null)]
    [InlineData("Channel", "hjelp", null)]
    public void Any_other_may_be_had_and_so_may_it_by_what_has_no_page(string contentType, string path, string? culture) =>
        Assert.Empty(Problems(contentType, path, culture));

    private IEnumerable<string> Problems(string contentType, string path, string? culture) =>
        site.Services.GetServices<IPathRule>().Select(rule => rule.FindProblem(contentType, path, culture)).OfType<string>();
}
