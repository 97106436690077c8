using System.ComponentModel.DataAnnotations;

namespace VoldCms.Hosting.Caching;

/// <summary>The cache of finished pages: section <c>VoldCms:PageCache</c>.</summary>
public sealed class PageCacheOptions
{
    public const string Section = "VoldCms:PageCache";

    /// <summary>How many megabytes of compressed pages are kept; 0 keeps none.</summary>
    /// <value>64 unless configured.</value>
    [Range(0, 4096)]
    public int Megabytes { get; set; } = 64;
}
