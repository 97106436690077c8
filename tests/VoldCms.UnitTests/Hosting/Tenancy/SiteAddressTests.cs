using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.UnitTests.Hosting.Tenancy;

/// <summary>An address is taken apart once: these are its pieces, before its tenant is known and after.</summary>
public sealed class SiteAddressTests
{
    private static readonly Tenant s_tenant = new() { Id = new(1), Name = "Moss" };

    [Theory]
    [InlineData("", "", "", "", SiteArea.Page)]
    [InlineData("/", "", "", "", SiteArea.Page)]
    [InlineData("/nb", "nb", "", "", SiteArea.Page)]
    [InlineData("/nb/", "nb", "", "/", SiteArea.Page)]
    [InlineData("/nb/hjelp/na", "nb", "hjelp", "/hjelp/na", SiteArea.Page)]
    [InlineData("/nb/api", "nb", "api", "/api", SiteArea.Page)]
    [InlineData("/api/graphql", "api", "graphql", "/graphql", SiteArea.Api)]
    [InlineData("/moss/api/graphql", "moss", "api", "/api/graphql", SiteArea.Api)]
    [InlineData("/moss/MEDIA/x.png", "moss", "MEDIA", "/MEDIA/x.png", SiteArea.Media)]
    [InlineData("/robots.txt/api", "robots.txt", "api", "/api", SiteArea.Page)]
    [InlineData("//api", "", "api", "/api", SiteArea.Page)]
    public void While_nobody_is_known_to_have_it_a_prefix_may_stand_in_front(
        string path,
        string first,
        string second,
        string below,
        SiteArea area
    )
    {
        var address = SiteAddress.Of(path);

        Assert.Equal((first, second, first), (address.First, address.Second, address.Segment));
        Assert.Equal((path, below, area), (address.Path.Value, address.Below, address.Area));
    }

    [Theory]
    [InlineData("/moss", true, "", "", "", SiteArea.Page)]
    [InlineData("/moss/", true, "", "/", "", SiteArea.Page)]
    [InlineData("/moss/nb", true, "nb", "/nb", "", SiteArea.Page)]
    [InlineData("/moss/nb/", true, "nb", "/nb/", "/", SiteArea.Page)]
    [InlineData("/moss/nb/hjelp/na", true, "nb", "/nb/hjelp/na", "/hjelp/na", SiteArea.Page)]
    [InlineData("/moss/api/graphql", true, "api", "/api/graphql", "/graphql", SiteArea.Api)]
    [InlineData("/moss/x/api", true, "x", "/x/api", "/api", SiteArea.Page)]
    [InlineData("/nb/hjelp", false, "nb", "/nb/hjelp", "/hjelp", SiteArea.Page)]
    [InlineData("/api/content", false, "api", "/api/content", "/content", SiteArea.Api)]
    [InlineData("/x/api", false, "x", "/x/api", "/api", SiteArea.Page)]
    public void A_tenant_s_own_begins_behind_its_prefix(string path, bool byPrefix, string segment, string own, string below, SiteArea area)
    {
        var address = SiteAddress.Of(path).In(new(s_tenant, byPrefix));

        Assert.Equal((segment, own, below, area), (address.Segment, address.Path.Value, address.Below, address.Area));
    }
}
