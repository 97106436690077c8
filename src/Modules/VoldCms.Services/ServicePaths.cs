namespace VoldCms.Services;

/// <summary>
/// The paths of the module's own pages, below the language. Pages of different folders lead to each other: what each is called there lies
/// below them all.
/// </summary>
internal static class ServicePaths
{
    public const string Services = "tilbud";
    public const string Websites = "nettsteder";
    public const string Printouts = "utskrift";
    public const string Poster = "utskrift/plakat";
    public const string Cards = "utskrift/kort";
}
