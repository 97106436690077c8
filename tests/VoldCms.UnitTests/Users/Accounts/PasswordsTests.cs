using VoldCms.Users.Accounts;

namespace VoldCms.UnitTests.Users.Accounts;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("kort", nameof(PasswordProblem.Short))]
    [InlineData("passord12345", nameof(PasswordProblem.Guessable))]
    [InlineData("aaaaaaaaaaaaaaaa", nameof(PasswordProblem.Guessable))]
    [InlineData("123456789012", nameof(PasswordProblem.Guessable))]
    [InlineData("qwertyuiopåæ", nameof(PasswordProblem.Guessable))]
    [InlineData("kari.nordmann@example.no", nameof(PasswordProblem.Guessable))]
    [InlineData("kaffe trapp lokomotiv måne", nameof(PasswordProblem.None))]
    [InlineData("vq8-Rt2.mLx0", nameof(PasswordProblem.None))]
    public void A_password_is_long_and_hard_to_guess(string password, string problem) =>
        Assert.Equal(problem, Passwords.FindProblem(password, "kari.nordmann@example.no", "Kari Nordmann").ToString());

    [Fact]
    public void One_that_is_made_is_taken_and_one_without_end_is_not()
    {
        Assert.Equal(PasswordProblem.None, Passwords.FindProblem(GeneratedPassword.New()));
        Assert.Equal(PasswordProblem.Long, Passwords.FindProblem(string.Concat(Enumerable.Repeat("kaffe trapp ", 100))));
    }

    [Fact]
    public void Nobody_has_a_password()
    {
        var account = new Account
        {
            AccountId = "a",
            UserName = "kari",
            PasswordHash = Passwords.Hash("kaffe trapp lokomotiv"),
        };

        Assert.True(Passwords.Verify(account, "kaffe trapp lokomotiv", out _));
        Assert.False(Passwords.Verify(account, "kaffe trapp", out _));
        Assert.False(Passwords.Verify(account with { IsEnabled = false }, "kaffe trapp lokomotiv", out _));
        Assert.False(Passwords.Verify(account with { PasswordHash = "" }, "", out _));
        Assert.False(Passwords.Verify(null, "kaffe trapp lokomotiv", out _));
    }
}
