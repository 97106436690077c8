using VoldCms.Users.People;

namespace VoldCms.UnitTests.Users.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Kari Nordmann")]
    [InlineData("Áilu Sárá Eira")]
    [InlineData("محمد")]
    [InlineData("O'Hara-Ødegård, dr.")]
    [InlineData("\ud842\udfb7\u91ce\u5bb6")]
    public void What_people_are_called_is_a_name(string name) => Assert.True(PersonName.IsAllowed(name));

    [Theory]
    [InlineData("Kari\nNordmann")]
    [InlineData("Kari\0")]
    [InlineData("\u202eiraK")]
    [InlineData("kari@example.no\u200b")]
    [InlineData("Kari\u2028")]
    [InlineData("Kari\ud83d")]
    [InlineData("Kari\uffff")]
    public void What_cannot_be_seen_is_no_part_of_one(string name) => Assert.False(PersonName.IsAllowed(name));

    [Fact]
    public void One_is_short()
    {
        Assert.True(PersonName.IsAllowed(new string('a', PersonName.MaximumLength)));
        Assert.False(PersonName.IsAllowed(new string('a', PersonName.MaximumLength + 1)));
    }
}
