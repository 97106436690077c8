using Microsoft.Extensions.Configuration;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Tenancy;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Tenancy;

public sealed class TenantDeclarationsTests
{
    [Fact]
    public void A_tenant_is_read_with_prefix_hosts_and_recipe()
    {
        var declarations = Read(
            ("Tenants:0:Name", "Stavanger"),
            ("Tenants:0:Prefix", "stavanger"),
            ("Tenants:0:Recipe", "Stavanger"),
            ("Tenants:1:Name", "Moss"),
            ("Tenants:1:Hosts:0", "hjelp.moss.no"),
            ("Tenants:1:Hosts:1", "*.moss.no:8080"),
            ("Tenants:1:Recipe", "Moss")
        );

        Assert.Equal(["Stavanger", "Moss"], declarations.All.Select(tenant => tenant.Name));
        Assert.Equal("stavanger", declarations.All[0].Prefix);
        Assert.Empty(declarations.All[0].Hosts);
        Assert.Null(declarations.All[1].Prefix);
        Assert.Equal(["hjelp.moss.no", "*.moss.no:8080"], declarations.All[1].Hosts);
    }

    [Fact]
    public void No_section_means_no_tenants() => Assert.Empty(Read().All);

    [Theory]
    [InlineData("Sta vanger", "stavanger", "Stavanger", "Tenants:0: Name is 'Sta vanger'; expected letters, digits and underscores.")]
    [InlineData(
        "Stavanger",
        "Stavanger",
        "Stavanger",
        "Tenants:0: Prefix is 'Stavanger'; expected one segment of lower-case letters a to z, digits and hyphens."
    )]
    [InlineData(
        "Stavanger",
        "a/b",
        "Stavanger",
        "Tenants:0: Prefix is 'a/b'; expected one segment of lower-case letters a to z, digits and hyphens."
    )]
    [InlineData(
        "Stavanger",
        "nb",
        "Stavanger",
        "Tenants:0: Prefix is 'nb', which is reserved; expected none of admin, api, assets, health, l, media and no language code."
    )]
    [InlineData(
        "Stavanger",
        "health",
        "Stavanger",
        "Tenants:0: Prefix is 'health', which is reserved; expected none of admin, api, assets, health, l, media and no language code."
    )]
    [InlineData("Stavanger", "", "Stavanger", "Tenants:0: the tenant 'Stavanger' has neither Prefix nor Hosts; expected one of them.")]
    [InlineData("Stavanger", "stavanger", "", "Tenants:0:Recipe is missing; expected the name of the recipe that sets the tenant up.")]
    public void A_wrong_value_is_told_in_one_line(string name, string prefix, string recipe, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Throws<StartupException>(() => Read(("Tenants:0:Name", name), ("Tenants:0:Prefix", prefix), ("Tenants:0:Recipe", recipe)))
                .Message
        );

    [Fact]
    public void Two_tenants_cannot_share_a_prefix() =>
        Assert.Equal(
            "Tenants:1: the tenant 'B' has the same name, prefix or host as 'A'; expected each to be used once.",
            Assert
                .Throws<StartupException>(() =>
                    Read(
                        ("Tenants:0:Name", "A"),
                        ("Tenants:0:Prefix", "x"),
                        ("Tenants:0:Recipe", "A"),
                        ("Tenants:1:Name", "B"),
                        ("Tenants:1:Prefix", "x"),
                        ("Tenants:1:Recipe", "B")
                    )
                )
                .Message
        );

    [Fact]
    public void Two_tenants_may_share_a_prefix_on_different_hosts() =>
        Assert.Equal(
            2,
            Read(
                ("Tenants:0:Name", "A"),
                ("Tenants:0:Prefix", "x"),
                ("Tenants:0:Hosts:0", "a.no"),
                ("Tenants:0:Recipe", "A"),
                ("Tenants:1:Name", "B"),
                ("Tenants:1:Prefix", "x"),
                ("Tenants:1:Hosts:0", "b.no"),
                ("Tenants:1:Recipe", "B")
            ).All.Length
        );

    private static TenantDeclarations Read(params (string Key, string Value)[] settings) =>
        TenantDeclarations.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
                .Build()
        );
}
