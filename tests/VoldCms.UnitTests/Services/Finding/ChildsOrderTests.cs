using VoldCms.Services.Channels;
using VoldCms.Services.Finding;
using VoldCms.Services.Matching;

namespace VoldCms.UnitTests.Services.Finding;

/// <summary>For a child: child welfare while it is open, then the line for children, then everybody else.</summary>
public sealed class ChildsOrderTests
{
    private static readonly Need s_aboutChild = new([NeedCase.Any], ShelterFirst: false, IsAboutChild: true);

    [Theory]
    [InlineData(nameof(Readiness.DayAndNight), true)]
    [InlineData(nameof(Readiness.Open), true)]
    [InlineData(nameof(Readiness.Ask), false)]
    [InlineData(nameof(Readiness.Closed), false)]
    public void Child_welfare_stands_before_the_line_for_children_only_while_it_is_open(string readiness, bool isFirst)
    {
        var welfare = Service(Enum.Parse<Readiness>(readiness), Nearness.Own, isChildWelfare: true);
        var line = Service(Readiness.DayAndNight, Nearness.WholeCountry, isChildWelfare: false);

        Assert.Equal(isFirst, ChildsOrder.PlaceOf(welfare, s_aboutChild) < ChildsOrder.PlaceOf(line, s_aboutChild));
    }

    [Fact]
    public void The_line_for_children_stands_before_the_municipalitys_others()
    {
        var line = Service(Readiness.DayAndNight, Nearness.WholeCountry, isChildWelfare: false);
        var shelter = Service(Readiness.DayAndNight, Nearness.Own, isChildWelfare: false);

        Assert.True(ChildsOrder.PlaceOf(line, s_aboutChild) < ChildsOrder.PlaceOf(shelter, s_aboutChild));
        Assert.Equal(ChildsOrder.PlaceOf(line, Need.Anything), ChildsOrder.PlaceOf(shelter, Need.Anything));
    }

    private static ServiceView Service(Readiness readiness, Nearness nearness, bool isChildWelfare) =>
        new()
        {
            Id = new("4service"),
            Name = "",
            Href = "",
            Aim = new(
                [],
                [],
                AgeSpan.All,
                IsShelter: false,
                isChildWelfare,
                IsForChildren: true,
                IsForStaffAlone: false,
                Gender: null,
                nearness
            ),
            House = [readiness],
        };
}
