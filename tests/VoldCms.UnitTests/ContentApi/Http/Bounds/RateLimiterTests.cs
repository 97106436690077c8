using System.Net;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.RateLimits;

namespace VoldCms.UnitTests.ContentApi.Http.Bounds;

public sealed class RateLimiterTests
{
    private static readonly IPAddress s_somebody = IPAddress.Parse("192.0.2.1");

    private readonly Clock _clock = new();

    [Fact]
    public void Whoever_asks_too_often_waits_until_the_minute_is_over()
    {
        var limiter = Limiter(visitors: 2);

        var (first, second, third) = (Ask(limiter), Ask(limiter), Ask(limiter));
        _clock.Now += TimeSpan.FromSeconds(30);
        var later = Ask(limiter);
        _clock.Now += TimeSpan.FromSeconds(30);
        var nextMinute = Ask(limiter);

        Assert.Null(first ?? second ?? nextMinute);
        Assert.Equal(TimeSpan.FromSeconds(60), third);
        Assert.Equal(TimeSpan.FromSeconds(30), later);
    }

    [Theory]
    [InlineData("192.0.2.2", false)]
    [InlineData("::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", false)]
    public void Each_address_counts_for_itself(string address, bool isSame)
    {
        var limiter = Limiter(visitors: 1);
        Ask(limiter);

        Assert.Equal(isSame, limiter.Count(Principal.Anonymous, IPAddress.Parse(address)) is not null);
    }

    [Theory]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Of_version_six_the_network_counts(string one, string other, bool isSame)
    {
        var limiter = Limiter(visitors: 1);
        limiter.Count(Principal.Anonymous, IPAddress.Parse(one));

        Assert.Equal(isSame, limiter.Count(Principal.Anonymous, IPAddress.Parse(other)) is not null);
    }

    [Fact]
    public void A_key_counts_wherever_it_is_used_from()
    {
        var limiter = Limiter(visitors: 1, keys: 1);
        var key = Principal.ApiKey("k1", "App");

        Assert.Null(limiter.Count(key, s_somebody));
        Assert.NotNull(limiter.Count(key, null));
        Assert.Null(limiter.Count(Principal.ApiKey("k2", "App"), s_somebody));
        Assert.Null(Ask(limiter));
    }

    [Fact]
    public void Nobody_is_counted_where_there_is_no_limit_or_the_machine_asks_itself()
    {
        var unlimited = Limiter(visitors: 0);
        var limiter = Limiter(visitors: 1);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(Ask(unlimited)));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Null(limiter.Count(Principal.Anonymous, null)));
    }

    [Fact]
    public void More_senders_than_are_told_apart_are_counted_together()
    {
        var limiter = Limiter(visitors: 3);
        for (var sender = 0; sender < SenderCounts.MaxSenders; sender++)
        {
            limiter.Count(Principal.Anonymous, new IPAddress(sender));
        }

        var refused = Enumerable
            .Range(SenderCounts.MaxSenders, 10)
            .Count(sender => limiter.Count(Principal.Anonymous, new IPAddress(sender)) is not null);

        Assert.Equal(7, refused);
        Assert.Null(limiter.Count(Principal.Anonymous, new IPAddress(1)));
    }

    private static TimeSpan? Ask(RateLimiter limiter) => limiter.Count(Principal.Anonymous, s_somebody);

    private RateLimiter Limiter(int visitors, int keys = 0) =>
        new(_clock, Options.Create(new ContentApiOptions { RequestsPerMinute = visitors, KeyRequestsPerMinute = keys }));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
