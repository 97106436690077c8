using VoldCms.Users.ApiKeys;

namespace VoldCms.UnitTests.Users.ApiKeys;

public sealed class ApiKeyTokenTests
{
    [Fact]
    public void A_token_is_read_as_it_was_shown()
    {
        var token = ApiKeyToken.New();

        Assert.True(ApiKeyToken.TryParse(token.Reveal(), out var read));
        Assert.Equal(token.KeyId, read.KeyId);
        Assert.Equal(token.HashSecret(), read.HashSecret());
        Assert.Equal(78, token.Reveal().Length);
    }

    [Fact]
    public void Two_tokens_have_nothing_in_common()
    {
        var (one, other) = (ApiKeyToken.New(), ApiKeyToken.New());

        Assert.NotEqual(one.KeyId, other.KeyId);
        Assert.NotEqual(one.HashSecret(), other.HashSecret());
    }

    [Fact]
    public void Written_by_accident_it_shows_no_secret()
    {
        var token = ApiKeyToken.New();

        Assert.DoesNotContain(token.Reveal()[^43..], $"{token}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("voldcms_")]
    [InlineData("voldcms_00000000000000000000000000-0000000000000000000000000000000000000000000")]
    [InlineData("voldcms_00000000000000000000000000_000000000000000000000000000000000000000000")]
    [InlineData("voldcms_00000000000000000000000000_00000000000000000000000000000000000000000000")]
    [InlineData("VOLDCMS_00000000000000000000000000_0000000000000000000000000000000000000000000")]
    [InlineData("voldcms_00000000000000000000000000_000000000000000000000000000000000000000000ø")]
    public void What_has_another_form_is_no_token(string text) => Assert.False(ApiKeyToken.TryParse(text, out _));
}
