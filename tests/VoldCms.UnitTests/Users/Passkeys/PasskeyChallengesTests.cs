using Microsoft.AspNetCore.DataProtection;
using VoldCms.Users.Passkeys;

namespace VoldCms.UnitTests.Users.Passkeys;

public sealed class PasskeyChallengesTests
{
    private readonly PasskeyChallenges _challenges = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void What_was_asked_is_taken_once()
    {
        var (first, second) = (_challenges.Protect("a\nb"), _challenges.Protect("a\nb"));

        Assert.Equal(("a\nb", null), (_challenges.Take(first), _challenges.Take(first)));
        Assert.Equal("a\nb", _challenges.Take(second));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public void What_was_not_asked_here_is_not_taken(string? given) => Assert.Null(_challenges.Take(given));

    [Fact]
    public void What_another_installation_has_asked_is_not_taken() =>
        Assert.Null(_challenges.Take(new PasskeyChallenges(new EphemeralDataProtectionProvider()).Protect("a")));
}
