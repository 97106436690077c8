using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Errors;

/// <summary>
/// The host's page for what went wrong. It must not need the database, nor anything else that may be what is broken.
/// Singleton, thread-safe.
/// </summary>
public interface IErrorPages
{
    /// <summary>A whole HTML page.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="texts">In the language of the page that was asked for.</param>
    /// <param name="homeHref">The front page to go on from.</param>
    /// <param name="site">The site that was asked, as far as it is in memory; null when the address belongs to none.</param>
    string Render(int status, Texts texts, string homeHref, Site? site);
}
