using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Hosting;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.PublicSite.SearchEngines;

public sealed class SearchEngineTests(SearchEngineTests.NamedSite site) : IClassFixture<SearchEngineTests.NamedSite>
{
    private static readonly XNamespace s_map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace s_xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Robots_are_kept_from_nothing_but_the_programs_addresses_and_told_where_the_map_is()
    {
        var own = await site.GetPageAsync("/robots.txt");
        using var ofHost = await site.GetAsync("/robots.txt", ("Host", "hjelp.moss.example"));
        using var below = await site.GetAsync("/stavanger/robots.txt");

        Assert.Equal("User-agent: *\nDisallow: /api/\nDisallow: /*/api/\n\nSitemap: https://felles.example/sitemap.xml\n", own);
        Assert.EndsWith(
            "Sitemap: http://hjelp.moss.example/sitemap.xml\n",
            await ofHost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, below.StatusCode);
    }

    [Fact]
    public async Task The_index_of_the_installation_leads_to_every_language_of_the_tenants_beside_each_other()
    {
        var addresses = await ListAsync("/sitemap.xml", "sitemap");

        Assert.Equal(
            [
                "https://felles.example/stavanger/nb/sitemap.xml",
                "https://felles.example/stavanger/nn/sitemap.xml",
                "https://felles.example/stavanger/en/sitemap.xml",
            ],
            addresses
        );
        Assert.Equal(addresses, await ListAsync("/stavanger/sitemap.xml", "sitemap"));
    }

    [Fact]
    public async Task A_host_of_its_own_has_an_index_of_its_own()
    {
        using var response = await site.GetAsync("/sitemap.xml", ("Host", "hjelp.moss.example"), ("X-Forwarded-Proto", "https"));
        var map = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("https://hjelp.moss.example/nb/sitemap.xml", map.Descendants(s_map + "loc").First().Value);
    }

    [Fact]
    public async Task Every_address_of_a_map_is_a_page_that_says_the_same_of_itself()
    {
        foreach (var culture in new[] { "nb", "nn", "en" })
        {
            var map = XDocument.Parse(await site.GetPageAsync($"/stavanger/{culture}/sitemap.xml"));
            var urls = map.Root!.Elements(s_map + "url").ToList();

            Assert.Equal(s_map + "urlset", map.Root.Name);
            Assert.True(urls.Count is > 5 and <= 50_000, $"{culture}: {urls.Count}");
            Assert.Distinct(urls.Select(url => url.Element(s_map + "loc")!.Value));
            foreach (var url in urls)
            {
                var address = url.Element(s_map + "loc")!.Value;
                Assert.StartsWith($"https://felles.example/stavanger/{culture}", address, StringComparison.Ordinal);
                Assert.Empty(url.Elements().Select(element => element.Name).Except([s_map + "loc", s_map + "lastmod", s_xhtml + "link"]));
                var page = await site.GetPageAsync(address["https://felles.example".Length..]);
                Assert.Contains($"<link rel=\"canonical\" href=\"{address}\">", page, StringComparison.Ordinal);
                Assert.All(
                    url.Elements(s_xhtml + "link"),
                    link =>
                        Assert.Contains(
                            $"<link rel=\"alternate\" hreflang=\"{link.Attribute("hreflang")!.Value}\" "
                                + $"href=\"{link.Attribute("href")!.Value}\">",
                            page,
                            StringComparison.Ordinal
                        )
                );
                if (url.Element(s_map + "lastmod") is { } changed)
                {
                    Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", changed.Value);
                }
            }
        }
    }

    [Fact]
    public async Task The_documents_pages_are_in_the_map_of_their_own_language_alone()
    {
        Assert.Contains("https://felles.example/stavanger/nb/tiltak/trygg/2-2", await ListAsync("/stavanger/nb/sitemap.xml", "url"));
        Assert.DoesNotContain(
            await ListAsync("/stavanger/en/sitemap.xml", "url"),
            address => address.Contains("tiltak", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_map_is_made_once_a_version_whatever_is_asked_beside_it()
    {
        await site.GetPageAsync("/stavanger/nb/sitemap.xml");
        var asked = site.Stores.Questions;

        await site.GetPageAsync("/stavanger/nb/sitemap.xml?x=1");

        Assert.Equal(asked, site.Stores.Questions);
    }

    [Fact]
    public async Task A_site_on_trial_is_in_no_map()
    {
        var documents = site.Stores.Documents;
        var settings = JsonNode.Parse(documents["Settings"])!.AsObject();
        Assert.True(settings.Remove("SiteApproval"));
        await using var onTrial = new NamedSite();
        onTrial.Stores.Documents = new Dictionary<string, string>(documents) { ["Settings"] = settings.ToJsonString() };

        foreach (var path in new[] { "/sitemap.xml", "/stavanger/sitemap.xml", "/stavanger/nb/sitemap.xml" })
        {
            using var map = await onTrial.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, map.StatusCode);
        }

        using var robots = await onTrial.GetAsync("/robots.txt", ("Host", "hjelp.moss.example"));
        Assert.DoesNotContain(
            "Sitemap",
            await robots.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task The_picture_that_browsers_ask_every_site_for_is_there(string path, string type)
    {
        using var here = await site.GetAsync(path);
        using var ofHost = await site.GetAsync(path, ("Host", "hjelp.moss.example"));

        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(type, here.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=86400", here.Headers.CacheControl!.ToString());
        Assert.Equal(
            await here.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await ofHost.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Whoever_finds_a_hole_is_told_whom_to_tell()
    {
        using var response = await site.GetAsync("/.well-known/security.txt");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        var expires = DateTimeOffset.Parse(
            Assert.Single(lines, line => line.StartsWith("Expires: ", StringComparison.Ordinal))[9..],
            System.Globalization.CultureInfo.InvariantCulture
        );
        using var ofHost = await site.GetAsync("/.well-known/security.txt", ("Host", "hjelp.moss.example"));
        using var below = await site.GetAsync("/stavanger/.well-known/security.txt");

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ["Contact: mailto:sikkerhet@felles.example", "Contact: https://felles.example/si-fra"],
            lines.Where(line => line.StartsWith("Contact", StringComparison.Ordinal))
        );
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromDays(90), TimeSpan.FromDays(365));
        Assert.Contains("Canonical: https://felles.example/.well-known/security.txt", lines);
        Assert.Equal(HttpStatusCode.OK, ofHost.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, below.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_is_configured_this_machine_has_a_map_and_nobody_is_named()
    {
        await using var plain = new SiteUnderTest();
        using var contact = await plain.GetAsync("/.well-known/security.txt");
        var robots = await plain.GetPageAsync("/robots.txt");
        using var map = await plain.GetAsync("/stavanger/nb/sitemap.xml", ("Host", "localhost:5080"));

        Assert.Equal(HttpStatusCode.NotFound, contact.StatusCode);
        Assert.EndsWith($"Sitemap: {plain.Client.BaseAddress}sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains(
            "<loc>http://localhost:5080/stavanger/nb</loc>",
            await map.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("her.example")]
    [InlineData("localhost.example")]
    [InlineData("127.0.0.1.example:80")]
    [InlineData("10.0.0.5")]
    [InlineData("[2001:db8::1]:5080")]
    public async Task A_host_that_nobody_has_configured_is_repeated_nowhere(string host)
    {
        await using var plain = new SiteUnderTest();
        foreach (
            var path in new[]
            {
                "/sitemap.xml",
                "/stavanger/sitemap.xml",
                "/stavanger/nb/sitemap.xml",
                "/robots.txt",
                "/nb",
                "/stavanger/nb",
                "/stavanger/nb/planer/trygg",
                "/stavanger/nb/xx",
                "/.well-known/security.txt",
            }
        )
        {
            using var answer = await plain.GetAsync(path, ("Host", host));
            Assert.DoesNotContain(
                host.Split(':')[0].Trim('['),
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(host, answer.Headers.ToString(), StringComparison.Ordinal);
            Assert.True(!path.EndsWith("sitemap.xml", StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.NotFound, path);
        }
    }

    private async Task<List<string>> ListAsync(string path, string of) =>
        [.. XDocument.Parse(await site.GetPageAsync(path)).Root!.Elements(s_map + of).Select(entry => entry.Element(s_map + "loc")!.Value)];

    public sealed class NamedSite : SiteUnderTest
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("VoldCms:BaseUrl", "https://felles.example/");
            builder.UseSetting("VoldCms:SecurityContacts:0", "mailto:sikkerhet@felles.example");
            builder.UseSetting("VoldCms:SecurityContacts:1", "https://felles.example/si-fra");
        }
    }
}
