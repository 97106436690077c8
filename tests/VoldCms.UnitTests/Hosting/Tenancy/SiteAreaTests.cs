using VoldCms.Hosting.Tenancy;

namespace VoldCms.UnitTests.Hosting.Tenancy;

public sealed class SiteAreaTests
{
    [Theory]
    [InlineData("api", SiteArea.Api)]
    [InlineData("API", SiteArea.Api)]
    [InlineData("media", SiteArea.Media)]
    [InlineData("Admin", SiteArea.Admin)]
    [InlineData("assets", SiteArea.Installation)]
    [InlineData("health", SiteArea.Installation)]
    [InlineData("nb", SiteArea.Page)]
    [InlineData("robots.txt", SiteArea.Page)]
    [InlineData("apis", SiteArea.Page)]
    [InlineData("", SiteArea.Page)]
    public void The_first_segment_says_which_area_an_address_belongs_to(string segment, SiteArea area) =>
        Assert.Equal(area, TenantNaming.AreaOf(segment));

    [Fact]
    public void No_page_has_a_reserved_segment() =>
        Assert.All(TenantNaming.ReservedSegments, segment => Assert.NotEqual(SiteArea.Page, TenantNaming.AreaOf(segment)));
}
