using System.Net;
using CsCheck;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Addresses;

public sealed class AddressesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    // Addresses that are there to be read and for nothing else.
    private static readonly string[] s_pages =
    [
        "/",
        "/nb",
        "/fa",
        "/stavanger",
        "/stavanger/nb",
        "/stavanger/nb/planer",
        "/stavanger/nb/planer/trygg",
        "/stavanger/nb/planer/gammel",
        "/stavanger/nb/planer/trygg/dokument",
        "/stavanger/nb/Planer/",
        "/robots.txt",
        "/sitemap.xml",
        "/stavanger/sitemap.xml",
        "/stavanger/robots.txt",
        "/stavanger/nb/sitemap.xml",
        "/favicon.ico",
        "/favicon.svg",
        "/.well-known/security.txt",
        "/health/live",
        "/health/ready",
        "/assets/xx.css",
    ];

    [Theory]
    [InlineData("/stavanger", "nn-NO,en;q=0.5", "/stavanger/nn")]
    [InlineData("/stavanger/", "en-GB", "/stavanger/en")]
    [InlineData("/STAVANGER", "de", "/stavanger/nb")]
    [InlineData("/stavanger", "", "/stavanger/nb")]
    [InlineData("/stavanger?fra=plakat&x=%C3%A5", "en", "/stavanger/en?fra=plakat&x=%C3%A5")]
    public async Task A_tenants_root_leads_to_the_browsers_language(string path, string wish, string expected)
    {
        using var response = await site.GetAsync(path, ("Accept-Language", wish));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        Assert.Equal("Accept-Language", Assert.Single(response.Headers.Vary));
    }

    [Theory]
    [InlineData("/xx")]
    [InlineData("/xx/nb")]
    [InlineData("/nb/planer")]
    [InlineData("/ar/planer")]
    [InlineData("/stavanger/xx")]
    [InlineData("/stavanger/de")]
    [InlineData("/stavanger/planer/trygg")]
    [InlineData("/stavanger/nb/planer/xx")]
    [InlineData("/stavanger/nb/Plans/Plan")]
    [InlineData("/Plans/Plan")]
    [InlineData("/stengt/nb")]
    [InlineData("/assets/manifest.json")]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/media")]
    [InlineData("/admin/nothing")]
    [InlineData("/nb/api")]
    [InlineData("/nb/media")]
    [InlineData("/stavanger/health")]
    [InlineData("/stavanger/media")]
    [InlineData("/stavanger/health/live")]
    [InlineData("/stavanger/assets")]
    [InlineData("/stavanger%2Fnb")]
    [InlineData("/stavanger/nb%2Fplaner")]
    [InlineData("/stavanger%5Cnb")]
    [InlineData("/stavanger/nb/planer%5Ctrygg")]
    [InlineData("/stavanger/nb/%EF%BF%BE")]
    public async Task What_is_not_there_is_a_real_404_with_the_numbers(string path)
    {
        using var response = await site.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.All(["tel:110", "tel:112", "tel:113", "tel:116006"], number => Assert.Contains(number, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/stavanger/nb/xx", "", "lang=\"nb\"", "Siden finnes ikke her", "href=\"/stavanger/nb\"")]
    [InlineData("/stavanger/nn/xx", "en", "lang=\"nn\"", "Sida finst ikkje her", "href=\"/stavanger/nn\"")]
    [InlineData("/stavanger/en/xx", "nb", "lang=\"en\"", "The page is not here", "href=\"/stavanger/en\"")]
    [InlineData("/xx/nn/xx", "en", "lang=\"nn\"", "Sida finst ikkje her", "href=\"/\"")]
    [InlineData("/xx", "en", "lang=\"en\"", "The page is not here", "href=\"/\"")]
    public async Task An_error_speaks_the_pages_language(string path, string wish, params string[] expected)
    {
        using var response = await site.GetAsync(path, ("Accept-Language", wish));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/stavanger/nn/planer/gammel", "/stavanger/nn/planer/trygg")]
    [InlineData("/stavanger/nn/planer/gammel?tema=2&tema=%26", "/stavanger/nn/planer/trygg?tema=2&tema=%26")]
    public async Task A_page_that_has_moved_sends_its_readers_on(string path, string expected)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("//", "/")]
    [InlineData("/no", "/nb")]
    [InlineData("/nb_NO/", "/nb")]
    [InlineData("//nb", "/nb")]
    [InlineData("/nb/", "/nb")]
    [InlineData("/NB", "/nb")]
    [InlineData("//stavanger//robots.txt", "/stavanger/robots.txt")]
    [InlineData("/stavanger/no", "/stavanger/nb")]
    [InlineData("/stavanger/nb-NO/planer", "/stavanger/nb/planer")]
    [InlineData("/stavanger/nno/planer/trygg?tema=2", "/stavanger/nn/planer/trygg?tema=2")]
    [InlineData("//Stavanger//No_nyn///Planer//", "/stavanger/nn/planer")]
    [InlineData("/STAVANGER/EN-gb/planer/TRYGG//", "/stavanger/en/planer/trygg")]
    [InlineData("/stavanger/NB/planer/gammel/", "/stavanger/nb/planer/trygg")]
    [InlineData("/stavanger/nb///", "/stavanger/nb")]
    [InlineData("/stavanger/NB/Sitemap.xml", "/stavanger/nb/sitemap.xml")]
    [InlineData("/stavanger//nb/planer", "/stavanger/nb/planer")]
    [InlineData("/stavanger/nb//planer///trygg?tema=2", "/stavanger/nb/planer/trygg?tema=2")]
    [InlineData("//example.org/%2F..", "/example.org/%2F..")]
    [InlineData("//stavanger/api//xx", "/stavanger/api/xx")]
    [InlineData("//assets//xx.css", "/assets/xx.css")]
    [InlineData("/stavanger/nb/", "/stavanger/nb")]
    [InlineData("/stavanger/nb/planer/", "/stavanger/nb/planer")]
    [InlineData("/stavanger/nb/planer/trygg/", "/stavanger/nb/planer/trygg")]
    [InlineData("/Stavanger/NB/planer?x=1", "/stavanger/nb/planer?x=1")]
    [InlineData("/stavanger/nb/Planer", "/stavanger/nb/planer")]
    [InlineData("/stavanger/nb/A-AA", "/stavanger/nb/a-aa")]
    [InlineData("/stavanger/nb/planer/TRYGG?tema=2", "/stavanger/nb/planer/trygg?tema=2")]
    [InlineData("/stavanger/nb/planer/Trygg/Dokument", "/stavanger/nb/planer/trygg/dokument")]
    public async Task A_page_has_one_address(string path, string expected)
    {
        using var response = await GetAsWrittenAsync(path);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);

        // And that one is the last.
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        using var there = await GetAsWrittenAsync(expected);
        Assert.True((int)there.StatusCode is 200 or 404, $"{expected}: {there.StatusCode}");
    }

    /// <summary>
    /// Every spelling of a first segment, a language, a path and an end, put together by chance: whoever is sent on is sent on once.
    /// </summary>
    [Fact]
    public async Task Nobody_is_sent_on_twice()
    {
        string[] prefixes = ["", "/", "/stavanger", "//stavanger", "/STAVANGER", "/Stavanger/", "/xx", "/stengt", "/api", "/assets"];
        string[] languages =
        [
            "",
            "/nb",
            "//nb",
            "/NB",
            "/no",
            "/nb-NO",
            "/nb_NO/",
            "/NNO",
            "/en-GB",
            "/de",
            "/fa",
            "/api",
            "/media",
            "/sitemap.xml",
            "/robots.txt",
        ];
        string[] paths =
        [
            "",
            "/planer",
            "/Planer",
            "//planer",
            "/planer/trygg",
            "/planer//Trygg",
            "/PLANER/GAMMEL",
            "/planer/gammel",
            "/planer/trygg/dokument",
            "/planer/Trygg/Dokument",
            "/planer/gammel/dokument",
            "/a-aa",
            "/ma%CC%8Al",
            "/tiltak/Trygg/2-2",
            "/tiltak/gammel/2-2",
            "/sitemap.xml",
            "/Sitemap.xml",
            "/xx",
            "/%2F",
            "/planer/TRYGG%2F",
        ];
        string[] ends = ["", "/", "///", "?tema=2", "/?tema=2", "#"];
        string[] hosts = ["", "hjelp.moss.example"];
        var part = Gen.Int[0, int.MaxValue];
        await Gen.Select(part, part, part, part, part)
            .SampleAsync(
                async chosen =>
                {
                    var (prefix, language, path, end, host) = chosen;
                    var address = $"{Of(prefixes, prefix)}{Of(languages, language)}{Of(paths, path)}{Of(ends, end)}";
                    address = address.StartsWith('/') ? address : $"/{address}";
                    using var first = await GetAsWrittenAsync(address, Of(hosts, host));
                    if (first.Headers.Location is { } location)
                    {
                        using var second = await GetAsWrittenAsync(location.OriginalString, Of(hosts, host));
                        Assert.True(
                            (int)second.StatusCode is 200 or 404,
                            $"{Of(hosts, host)} {address}: {location}, {second.StatusCode}, {second.Headers.Location}"
                        );
                    }
                    else
                    {
                        Assert.True((int)first.StatusCode is 200 or 404, $"{Of(hosts, host)} {address}: {first.StatusCode}");
                    }
                },
                iter: 1500,
                threads: 2
            );

        static string Of(string[] all, int chosen) => all[chosen % all.Length];
    }

    [Theory]
    [InlineData("/stavanger///", "/stavanger/nb")]
    [InlineData("//STAVANGER//?x=1", "/stavanger/nb?x=1")]
    public async Task The_way_from_a_tenants_root_is_one_step_however_it_is_written(string path, string expected)
    {
        using var response = await GetAsWrittenAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/stavanger/nb/ma%CC%8Al")]
    [InlineData("//stengt//NB")]
    [InlineData("/stavanger/NO/xx/")]
    public async Task Nobody_is_sent_to_where_nothing_is(string path)
    {
        using var response = await GetAsWrittenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/nb/sitemap.xml")]
    [InlineData("/no/planer")]
    [InlineData("/favicon.svg")]
    public async Task What_an_address_of_a_host_of_its_own_cannot_do_is_refused(string path)
    {
        foreach (var method in new[] { "TRACE", "PROPFIND", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
        {
            using var request = new HttpRequestMessage(new(method), path) { Headers = { Host = "hjelp.moss.example" } };
            using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(response.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {path}: {response.StatusCode}");
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nb")]
    [InlineData("/fa")]
    [InlineData("/xx")]
    [InlineData("/api")]
    [InlineData("/stavanger")]
    [InlineData("/stavanger/nb")]
    [InlineData("/stavanger/nb/planer")]
    [InlineData("/stavanger/nb/planer/trygg")]
    [InlineData("/stavanger/nb/planer/gammel")]
    [InlineData("/stavanger/nb/planer/trygg/dokument")]
    [InlineData("/stavanger/nb/xx")]
    [InlineData("/stavanger/nb/Planer/")]
    [InlineData("/stavanger/xx")]
    [InlineData("/stavanger/api/xx")]
    [InlineData("/stavanger/api/graphql")]
    [InlineData("/stavanger/api/content")]
    [InlineData("/stavanger/media/xx.png")]
    [InlineData("/stengt/nb")]
    [InlineData("/ny/nb")]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    [InlineData("/stavanger/sitemap.xml")]
    [InlineData("/stavanger/robots.txt")]
    [InlineData("/stavanger/nb/sitemap.xml")]
    [InlineData("/favicon.ico")]
    [InlineData("/favicon.svg")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/assets/xx.css")]
    public async Task What_an_address_cannot_do_is_refused(string path)
    {
        foreach (var method in new[] { "TRACE", "PROPFIND", "BREW", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
        {
            using var response = await SendAsync(method, path);

            // A program's address has methods of its own, and an address that is not there has none.
            if (method is "TRACE" or "PROPFIND" or "BREW" || s_pages.Contains(path))
            {
                Assert.True(response.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {path}: {response.StatusCode}");
                Assert.Contains("GET", response.Content.Headers.Allow);
                Assert.DoesNotContain(method, response.Content.Headers.Allow);
            }
        }
    }

    [Theory]
    [InlineData("/nb")]
    [InlineData("/stavanger/nb")]
    [InlineData("/stavanger/nb/planer/trygg")]
    [InlineData("/stavanger/nb/xx")]
    [InlineData("/health/live")]
    public async Task HEAD_says_what_GET_would_without_the_body(string path)
    {
        using var get = await site.GetAsync(path);
        using var head = await SendAsync("HEAD", path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_gets_a_problem_instead_of_a_page()
    {
        using var response = await site.GetAsync("/stavanger/nb/xx", ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_host_bound_tenant_drops_its_first_segment()
    {
        using var root = await site.GetAsync("/", ("Host", "hjelp.moss.example"));
        using var front = await site.GetAsync("/nb", ("Host", "hjelp.moss.example"));
        var page = await front.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/nb", root.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Contains("href=\"/nb/planer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_bound_tenant_says_its_own_host_with_the_scheme_of_the_proxy()
    {
        using var front = await site.GetAsync("/nb", ("Host", "hjelp.moss.example"), ("X-Forwarded-Proto", "https"));
        var page = await front.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<link rel=\"canonical\" href=\"https://hjelp.moss.example/nb\">", page, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"nn\" href=\"https://hjelp.moss.example/nn\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_is_being_set_up_says_when_to_come_back()
    {
        using var response = await site.GetAsync("/ny/nb");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("10", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task The_front_lists_the_tenants_that_are_served()
    {
        var page = await site.GetPageAsync("/nn");

        Assert.Contains("<html lang=\"nn\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/stavanger/nn\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"http://hjelp.moss.example/nn\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/ny/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/stengt/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fa", "/en")]
    [InlineData("/SE", "/nb")]
    public async Task The_front_answers_for_a_language_that_it_is_not_in_with_the_nearest(string path, string expected)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Alive_needs_nothing_and_ready_names_the_tenant_that_is_not_set_up_beside_it()
    {
        using var live = await site.GetAsync("/health/live");
        using var ready = await site.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(
            "Degraded\nNy: its set-up is not finished; the next start goes on with it.",
            await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // A client would put a path with two slashes, or with dots, right by itself.
    private async Task<HttpResponseMessage> GetAsWrittenAsync(string path, string host = "")
    {
        var root = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var address = new Uri(root + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host.Length > 0 ? host : null;
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
