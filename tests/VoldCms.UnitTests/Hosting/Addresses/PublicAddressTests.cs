using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Addresses;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Addresses;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://hjelp.example/", "moss", "", null, "https://hjelp.example")]
    [InlineData("https://felles.example/moss", "moss", "", null, "https://felles.example")]
    [InlineData("https://felles.example/under/Moss/", "moss", "", null, "https://felles.example/under")]
    [InlineData("https://hjelp.example:8443", null, "a.no", null, "https://hjelp.example:8443")]
    [InlineData("https://hjelp.example", "moss", "a.no", "https://felles.example", "https://hjelp.example")]
    [InlineData("", null, "*.no a.no b.no", "https://felles.example", "https://a.no")]
    [InlineData("", null, "a.no:8080", null, "https://a.no:8080")]
    [InlineData("", null, "*.no", "https://felles.example", "")]
    [InlineData("", "moss", "", "https://felles.example/", "https://felles.example")]
    [InlineData("", "moss", "", null, "")]
    [InlineData("hjelp.example", "moss", "", null, "")]
    [InlineData("javascript:alert(1)", "moss", "", null, "")]
    [InlineData("https://x@hjelp.example", "moss", "", null, "")]
    [InlineData("https://hjelp.example/?a=b", "moss", "", null, "")]
    public void What_is_configured_nearest_to_the_site_comes_first(
        string baseUrl,
        string? prefix,
        string hosts,
        string? installation,
        string expected
    )
    {
        var tenant = new Tenant
        {
            Id = new(1),
            Name = "Moss",
            RequestUrlPrefix = prefix,
            RequestUrlHosts = [.. hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        };

        Assert.Equal(expected, PublicAddress.FindOrigin(tenant, new SiteSettings(new() { ["BaseUrl"] = baseUrl }), installation, "https"));
    }

    [Fact]
    public void A_scheme_that_is_none_of_the_webs_is_not_said()
    {
        var tenant = new Tenant
        {
            Id = new(1),
            Name = "Moss",
            RequestUrlHosts = ["a.no"],
        };

        Assert.Equal("http://a.no", PublicAddress.FindOrigin(tenant, SiteSettings.Empty, null, "javascript"));
    }

    [Theory]
    [InlineData("https://hjelp.example", "10.1.2.3", null)]
    [InlineData(null, "10.1.0.0/16", null)]
    [InlineData("hjelp.example", null, "BaseUrl is 'hjelp.example'")]
    [InlineData("ftp://hjelp.example", null, "BaseUrl is 'ftp://hjelp.example'")]
    [InlineData(null, "proxy", "Proxies has 'proxy'")]
    [InlineData(null, "10.1.2.3/99", "Proxies has '10.1.2.3/99'")]
    public void A_wrong_address_is_told_in_one_line(string? baseUrl, string? proxy, string? expected)
    {
        var result = new AddressOptionsCheck().Validate(null, new() { BaseUrl = baseUrl, Proxies = proxy is null ? [] : [proxy] });

        Assert.Equal(expected is null, result.Succeeded);
        Assert.Contains(expected ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
