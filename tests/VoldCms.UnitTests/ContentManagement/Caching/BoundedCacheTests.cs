using VoldCms.ContentManagement.Caching;

namespace VoldCms.UnitTests.ContentManagement.Caching;

public sealed class BoundedCacheTests
{
    [Fact]
    public void What_was_used_longest_ago_falls_out_first()
    {
        var cache = new BoundedCache<string, string>(3, value => value.Length);
        cache.Set("a", "1");
        cache.Set("b", "1");
        cache.Set("c", "1");
        cache.TryGet("a", out _);

        cache.Set("d", "1");

        Assert.True(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void A_value_takes_the_place_and_the_size_of_the_one_before()
    {
        var cache = new BoundedCache<string, string>(4, value => value.Length);
        cache.Set("a", "123");

        cache.Set("a", "1");
        cache.Set("b", "123");

        Assert.True(cache.TryGet("a", out var value));
        Assert.Equal("1", value);
        Assert.True(cache.TryGet("b", out _));
    }

    [Fact]
    public void What_is_too_large_is_not_kept_and_pushes_nothing_out()
    {
        var cache = new BoundedCache<string, string>(2, value => value.Length);
        cache.Set("a", "1");

        cache.Set("b", "123");

        Assert.True(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("b", out _));
    }
}
