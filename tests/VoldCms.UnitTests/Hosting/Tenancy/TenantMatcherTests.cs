using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Tenancy;

public sealed class TenantMatcherTests
{
    private static readonly TenantMatcher s_matcher = new([
        Make("Prefix", "moss"),
        Make("HostPortPrefix", "moss", "a.no:8080"),
        Make("HostPrefix", "moss", "a.no"),
        Make("HostPort", null, "a.no:8080"),
        Make("Host", null, "a.no", "b.no"),
        Make("Wildcard", null, "*.no"),
        Make("NearerWildcard", null, "*.kommune.no"),
        Make("WildcardPrefix", "hjelp", "*.kommune.no"),
    ]);

    [Theory]
    [InlineData("a.no:8080", "/moss/nb", "HostPortPrefix")]
    [InlineData("a.no:80", "/moss", "HostPrefix")]
    [InlineData("A.NO", "/MOSS/", "HostPrefix")]
    [InlineData("a.no:8080", "/nb", "HostPort")]
    [InlineData("a.no", "/", "Host")]
    [InlineData("b.no", "/moss/nb", "Host")]
    [InlineData("localhost:5080", "/moss", "Prefix")]
    [InlineData("x.no", "/moss", "Prefix")]
    [InlineData("x.no", "/nb", "Wildcard")]
    [InlineData("x.kommune.no", "/nb", "NearerWildcard")]
    [InlineData("x.y.kommune.no:443", "/hjelp/nb", "WildcardPrefix")]
    [InlineData("localhost", "/", null)]
    [InlineData("localhost", "/mosss", null)]
    [InlineData("no", "/", null)]
    public void The_nearest_address_wins(string host, string path, string? expected)
    {
        var match = s_matcher.Match(new HostString(host), SiteAddress.Of(path).First);

        Assert.Equal(expected, match?.Tenant.Name);
        Assert.Equal(match?.Tenant.RequestUrlPrefix is not null, match?.ByPrefix ?? false);
    }

    private static Tenant Make(string name, string? prefix, params string[] hosts) =>
        new()
        {
            Id = new(1),
            Name = name,
            RequestUrlPrefix = prefix,
            RequestUrlHosts = [.. hosts],
        };
}
