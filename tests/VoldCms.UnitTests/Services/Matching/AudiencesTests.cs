using VoldCms.Services.Matching;

namespace VoldCms.UnitTests.Services.Matching;

public sealed class AudiencesTests
{
    [Fact]
    public void Whoever_is_hurt_is_hurt_at_any_age() =>
        Assert.All([Audience.Young, Audience.Adults, Audience.Elders], age => Assert.Contains(Audience.Hurt, Audiences.ThatInclude(age)));

    [Fact]
    public void What_is_for_everyone_is_for_each_and_the_very_audience_stands_first()
    {
        Assert.All(
            Enum.GetValues<Audience>(),
            each =>
            {
                Assert.Equal(each, Audiences.ThatInclude(each).First());
                Assert.Contains(Audience.Everyone, Audiences.ThatInclude(each));
                Assert.Equal(Audiences.ThatInclude(each).Distinct(), Audiences.ThatInclude(each));
            }
        );
    }

    [Fact]
    public void What_is_for_who_hurts_others_is_for_nobody_who_is_hurt() =>
        Assert.All(
            [Audience.Hurt, Audience.Young, Audience.Adults, Audience.Elders, Audience.Relatives, Audience.Parents, Audience.Staff],
            each => Assert.DoesNotContain(Audience.Hurting, Audiences.ThatInclude(each))
        );

    [Fact]
    public void What_says_women_and_not_men_is_for_women_and_what_says_both_for_both()
    {
        Assert.Equal(Audience.Women, Audiences.GenderOf([Audience.Hurt, Audience.Women, Audience.Relatives]));
        Assert.Equal(Audience.Men, Audiences.GenderOf([Audience.Men]));
        Assert.Null(Audiences.GenderOf([Audience.Women, Audience.Men]));
        Assert.Null(Audiences.GenderOf([Audience.Hurt, Audience.Adults]));
    }

    [Fact]
    public void Who_asks_for_a_child_is_not_whose_age_is_asked()
    {
        Assert.Equal(Audiences.AgesOf(Audience.Young), Audiences.AgesOfPerson([Audience.Young, Audience.Parents, Audience.Relatives]));
        Assert.Equal(AgeSpan.All, Audiences.AgesOfPerson([Audience.Parents]));
        Assert.Equal(AgeSpan.All, Audiences.AgesOfPerson([Audience.Men]));
    }

    [Theory]
    [InlineData(nameof(Audience.Young), 18, 200, false)]
    [InlineData(nameof(Audience.Young), 13, 23, true)]
    [InlineData(nameof(Audience.Adults), 0, 17, false)]
    [InlineData(nameof(Audience.Elders), 18, 200, true)]
    [InlineData(nameof(Audience.Hurt), 0, 17, true)]
    public void An_age_is_met_by_what_takes_somebody_of_it(string audience, int from, int to, bool isMet) =>
        Assert.Equal(isMet, Audiences.AgesOf(Enum.Parse<Audience>(audience)).Meets(new(from, to)));
}
