using System.Net;
using VoldCms.Users.SignIn;

namespace VoldCms.UnitTests.Users.SignIn;

public sealed class SignInBrakeTests
{
    private readonly Clock _clock = new();
    private readonly SignInBrake _brake;

    public SignInBrakeTests() => _brake = new(_clock);

    /// <summary>Ten thousand guesses from one network would take more than two months.</summary>
    [Fact]
    public void From_one_network_a_name_is_tried_five_times_and_then_ever_more_slowly()
    {
        var begun = _clock.Now;
        var tries = 0;
        for (; tries < 100; tries++)
        {
            while (_brake.Try("KARI", From("10.0.0.1"), device: null) is { } wait)
            {
                _clock.Now += wait;
            }

            Assert.True(tries >= SignInBrake.FreeTries || _clock.Now == begun);
        }

        Assert.InRange((_clock.Now - begun) * (10_000 / tries), TimeSpan.FromDays(60), TimeSpan.FromDays(365));
    }

    /// <summary>From as many networks as one likes: a thousand thousand guesses would take years.</summary>
    [Fact]
    public void From_many_networks_a_name_is_tried_once_a_minute()
    {
        var begun = _clock.Now;
        for (var tries = 0; tries < 200; tries++)
        {
            while (_brake.Try("KARI", From($"10.{tries}.0.1"), device: null) is { } wait)
            {
                _clock.Now += wait;
            }
        }

        Assert.True(_clock.Now - begun > TimeSpan.FromMinutes(200 - SignInBrake.FreeTriesOfName - 10));
    }

    [Fact]
    public void From_one_network_many_names_are_tried_slowly_too()
    {
        var waited = Enumerable.Range(0, 100).Count(name => _brake.Try($"N{name}", From("10.0.0.1"), device: null) is not null);

        Assert.Equal(100 - SignInBrake.FreeTriesOfNetwork, waited);
    }

    [Fact]
    public void A_device_of_her_own_is_not_locked_out_by_others_and_not_free_either()
    {
        while (_brake.Try("KARI", From("10.0.0.1"), device: null) is null) { }

        var own = Enumerable.Range(0, 10).Count(_ => _brake.Try("KARI", From("10.0.0.1"), "device") is null);

        Assert.Equal(SignInBrake.FreeTries, own);
    }

    [Fact]
    public void Who_comes_in_has_her_tries_back_and_an_hour_forgets()
    {
        for (var tries = 0; tries < SignInBrake.FreeTries; tries++)
        {
            Assert.Null(_brake.Try("KARI", From("10.0.0.1"), device: null));
        }

        _brake.Succeed("KARI", From("10.0.0.1"), device: null);
        Assert.Null(_brake.Try("KARI", From("10.0.0.1"), device: null));
        while (_brake.Try("KARI", From("10.0.0.1"), device: null) is null) { }

        _clock.Now += TimeSpan.FromHours(1);
        Assert.Null(_brake.Try("KARI", From("10.0.0.1"), device: null));
    }

    /// <summary>One subscriber has as many addresses of version 6 as she likes.</summary>
    [Fact]
    public void Of_version_6_the_network_counts()
    {
        var let = Enumerable.Range(1, 20).Count(host => _brake.Try("KARI", From($"2001:db8::{host:x}"), device: null) is null);

        Assert.Equal(SignInBrake.FreeTries, let);
    }

    private static IPAddress From(string address) => IPAddress.Parse(address);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
