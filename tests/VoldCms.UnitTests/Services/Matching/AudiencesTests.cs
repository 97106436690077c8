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

    [Theory]
    [InlineData(nameof(Audience.Young), 18, 200, false)]
    [InlineData(nameof(Audience.Young), 13, 23, true)]
    [InlineData(nameof(Audience.Adults), 0, 17, false)]
    [InlineData(nameof(Audience.Elders), 18, 200, true)]
    [InlineData(nameof(Audience.Hurt), 0, 17, true)]
    public void An_age_is_met_by_what_takes_somebody_of_it(string audience, int from, int to, bool isMet) =>
        Assert.Equal(isMet, Audiences.AgesOf(Enum.Parse<Audience>(audience)).Meets(new(from, to)));
}
