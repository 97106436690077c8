using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// A request's address, taken apart once: tenant, area and language are read from its first two segments, and what is below them is for the
/// pages. Immutable.
/// </summary>
internal sealed record SiteAddress
{
    private readonly string _path;
    private readonly int _firstEnd;
    private readonly int _secondEnd;

    private SiteAddress(string path)
    {
        _path = path;
        _firstEnd = EndOf(path, 0);
        _secondEnd = EndOf(path, _firstEnd);
        First = Between(path, 0, _firstEnd);
        Second = Between(path, _firstEnd, _secondEnd);
        Area = GuessArea(First, Second);
    }

    /// <summary>Whether the first segment is a tenant's, and not the site's own.</summary>
    public bool IsByPrefix { get; private init; }

    /// <summary>The path's first segment; empty when there is none.</summary>
    public string First { get; }

    /// <summary>The segment after it.</summary>
    public string Second { get; }

    /// <summary>Whether the installation itself answers, whatever tenant has the host: people sign in for all of them at once.</summary>
    public bool IsDoor => TenantNaming.AreaOf(First) is SiteArea.Admin or SiteArea.Link;

    /// <summary>The tenant's name in <c>/admin/sites/{name}/...</c>; null elsewhere.</summary>
    public string? SiteOfDoor =>
        IsDoor && Second.Equals("sites", StringComparison.OrdinalIgnoreCase) && _secondEnd < _path.Length
            ? Between(_path, _secondEnd, EndOf(_path, _secondEnd))
            : null;

    /// <summary>The part of the site.</summary>
    public SiteArea Area { get; private init; }

    /// <summary>The first segment of the site's own: a language, or what stands in its place.</summary>
    public string Segment => IsByPrefix ? Second : First;

    /// <summary>The site's own path, from that segment on.</summary>
    public PathString Path => new(IsByPrefix ? _path[_firstEnd..] : _path);

    /// <summary>What follows that segment: nothing, or from a slash on.</summary>
    public string Below => _path[(IsByPrefix ? _secondEnd : _firstEnd)..];

    /// <summary>An address of which nobody is known to have it.</summary>
    public static SiteAddress Of(PathString path) => new(path.Value ?? "");

    /// <summary>The same as an address of the tenant that was found.</summary>
    public SiteAddress In(TenantMatch match) =>
        this with
        {
            IsByPrefix = match.ByPrefix,
            Area = TenantNaming.AreaOf(match.ByPrefix ? Second : First),
        };

    // While no tenant is known, its prefix, which is no language, may stand in front of what is its own: /tenant/api/....
    private static SiteArea GuessArea(string first, string second)
    {
        var area = TenantNaming.AreaOf(first);
        var mayBePrefix =
            area == SiteArea.Page && first.Length > 0 && Cultures.Find(first) is null && !TenantNaming.WellKnownSegments.Contains(first);
        return mayBePrefix ? TenantNaming.AreaOf(second) : area;
    }

    private static string Between(string path, int start, int end) => start < end ? path[(start + 1)..end] : "";

    private static int EndOf(string path, int start) =>
        start >= path.Length ? path.Length
        : path.IndexOf('/', start + 1) is >= 0 and var slash ? slash
        : path.Length;
}
