using VoldCms.Users.SignIn;

namespace VoldCms.UnitTests.Users.SignIn;

public sealed class RecoveryCodesTests
{
    [Fact]
    public void Each_is_taken_once_however_it_is_copied()
    {
        var codes = RecoveryCodes.New();
        var hashes = RecoveryCodes.Hash(codes);

        var rest = RecoveryCodes.FindRest(hashes, $" {codes[2].ToUpperInvariant().Replace('-', ' ')} ");

        Assert.NotNull(rest);
        Assert.Null(RecoveryCodes.FindRest(rest, codes[2]));
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.Equal(RecoveryCodes.Count - 1, codes.Count(code => RecoveryCodes.FindRest(rest, code) is not null));
        Assert.DoesNotContain(codes, code => hashes.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("----")]
    public void What_is_none_opens_nothing(string code)
    {
        Assert.Null(RecoveryCodes.FindRest(RecoveryCodes.Hash(RecoveryCodes.New()), code));
        Assert.Null(RecoveryCodes.FindRest("", code));
    }
}
