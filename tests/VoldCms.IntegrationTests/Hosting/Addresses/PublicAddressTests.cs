using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Addresses;

/// <summary>What pages say of their own addresses, behind a proxy that talks to the program in plain HTTP.</summary>
public sealed class PublicAddressTests(PublicAddressTests.ProxiedSite site) : IClassFixture<PublicAddressTests.ProxiedSite>
{
    private static readonly (string, string)[] s_forwarded =
    [
        ("Host", "10.0.0.5:5080"),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-Host", "ukjent.example"),
    ];

    [Theory]
    [InlineData("/nb", "https://felles.example/nb")]
    [InlineData("/", "https://felles.example/nb")]
    [InlineData("/stavanger/nn", "https://hjelp.stavanger.example/stavanger/nn")]
    [InlineData("/stavanger/nb/planer", "https://hjelp.stavanger.example/stavanger/nb/planer")]
    [InlineData("/stavanger/en/planer/trygg?tema=2", "https://hjelp.stavanger.example/stavanger/nb/planer/trygg")]
    public async Task What_is_configured_is_said_and_what_a_request_says_is_not(string path, string canonical)
    {
        using var response = await site.GetAsync(path, s_forwarded);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"<link rel=\"canonical\" href=\"{canonical}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ukjent.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_poster_leads_to_the_setting()
    {
        using var response = await site.GetAsync("/stavanger/nb/utskrift/plakat", s_forwarded);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("hjelp.stavanger.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.5", page, StringComparison.Ordinal);
    }

    public sealed class ProxiedSite : SiteUnderTest
    {
        public ProxiedSite()
        {
            var settings = JsonNode.Parse(Stores.Documents["Settings"])!.AsObject();
            settings["BaseUrl"] = "https://hjelp.stavanger.example/";
            Stores.Documents = new Dictionary<string, string>(Stores.Documents) { ["Settings"] = settings.ToJsonString() };
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("VoldCms:BaseUrl", "https://felles.example");
        }
    }
}
