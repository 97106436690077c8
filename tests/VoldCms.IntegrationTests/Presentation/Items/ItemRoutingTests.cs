using System.Net;
using VoldCms.IntegrationTests.ContentApi;

namespace VoldCms.IntegrationTests.Presentation.Items;

/// <summary>From an address to an item's page: what it costs where the page is not kept.</summary>
[Collection(SeededSite.Name)]
public sealed class ItemRoutingTests(ApiWithTonsberg site) : ApiTest(site)
{
    /// <summary>
    /// The item and its languages are one statement, and a second that asks for former paths where no item is. The rest is the page's own:
    /// two ask at its foot whether there are courses and news, and a duty's asks for the laws that it names.
    /// </summary>
    [Theory]
    [InlineData("hjelp/former/fysisk", "hjelp/former/psykisk", 200, 11)]
    [InlineData("plikter/hindre", "plikter/melde", 200, 12)]
    [InlineData("finnes-ikke", "finnes/heller-ikke", 404, 2)]
    public async Task An_item_is_read_once_with_its_languages(string first, string path, int status, int expected)
    {
        await site.ReadyAsync();

        var statements = await CountStatementsAsync(() => GetAsync(first), () => GetAsync(path));

        Assert.Equal(expected, statements);

        async Task GetAsync(string page)
        {
            using var answer = await Site.Http.GetAsync(new Uri($"/tonsberg/nb/{page}", UriKind.Relative), Stop);
            Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        }
    }
}
