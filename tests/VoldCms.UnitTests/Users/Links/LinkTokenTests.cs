using VoldCms.Users.Links;

namespace VoldCms.UnitTests.Users.Links;

public sealed class LinkTokenTests
{
    [Fact]
    public void A_secret_has_256_bits_and_fits_an_address_as_it_is()
    {
        var secret = LinkToken.New();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(32, LinkToken.Hash(secret)!.Length);
        Assert.NotEqual(secret, LinkToken.New());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/A")]
    public void What_has_not_its_form_is_none(string? secret) => Assert.Null(LinkToken.Hash(secret));
}
