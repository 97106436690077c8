using System.ComponentModel.DataAnnotations;

namespace VoldCms.Hosting.Caching;

/// <summary>The cache of finished pages, and what may be made beside it: section <c>VoldCms:PageCache</c>.</summary>
public sealed class PageCacheOptions
{
    /// <summary>The configuration section <c>VoldCms:PageCache</c>.</summary>
    public const string Section = "VoldCms:PageCache";

    /// <summary>How many megabytes of compressed pages are kept; 0 keeps none.</summary>
    /// <value>64 unless configured.</value>
    [Range(0, 4096)]
    public int Megabytes { get; set; } = 64;

    /// <summary>
    /// Pages that visitors from one address (of version 6: one network of 64 bits) may have made anew in a minute; 0 for as many as they
    /// like. What is in memory is never counted.
    /// </summary>
    /// <value>300 unless configured: nobody reads as fast, and it is less than a second's work.</value>
    [Range(0, 1_000_000)]
    public int MadePerMinute { get; set; } = 300;
}
