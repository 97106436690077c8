using VoldCms.Users.Door;

namespace VoldCms.UnitTests.Users.Door;

public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin?lang=nn")]
    [InlineData("/admin/sites/Stavanger/people")]
    [InlineData("/admin/sites/Troms%C3%B8/people?handler=Roles")]
    public void An_address_of_the_door_is_kept(string given) => Assert.Equal(given, ReturnPath.Of(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("admin")]
    [InlineData("/Admin")]
    [InlineData("/administrator")]
    [InlineData("/admin.evil.example")]
    [InlineData("/admin@evil.example")]
    [InlineData("//evil.example/admin")]
    [InlineData("https://evil.example/admin")]
    [InlineData("/admin//evil.example")]
    [InlineData("/admin/../..//evil.example")]
    [InlineData("/admin/..")]
    [InlineData("/admin\\evil.example")]
    [InlineData("/admin/.%2e/.%2E/l/x")]
    [InlineData("/admin/%2Fevil.example")]
    [InlineData("/admin/%5cevil.example")]
    [InlineData("/admin/\r\nSet-Cookie: a=b")]
    [InlineData("/admin/\u00e6")]
    [InlineData(" /admin")]
    [InlineData("javascript:alert(1)")]
    public void Everything_else_leads_home(string? given) => Assert.Equal("/admin", ReturnPath.Of(given));
}
