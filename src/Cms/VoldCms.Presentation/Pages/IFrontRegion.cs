using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>A part of a tenant's front page that a module brings, with its own look; the public site puts them in order. Scoped.</summary>
public interface IFrontRegion
{
    /// <summary>Lowest first.</summary>
    int Order { get; }

    /// <summary>Null when the tenant has nothing to show there.</summary>
    ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken);
}

/// <summary>A region, finished.</summary>
/// <param name="Partial">The partial view: the module's own by its whole path, or <see cref="CardsPartial"/>.</param>
/// <param name="Model">What the partial shows.</param>
public sealed record FrontRegion(string Partial, object Model)
{
    /// <summary>The public site's partial for <see cref="FrontCards"/>.</summary>
    public const string CardsPartial = "_FrontCards";
}

/// <summary>A heading with cards below it.</summary>
/// <param name="Id">The heading's id.</param>
/// <param name="Heading">What the cards have in common.</param>
/// <param name="Lead">A sentence below the heading; null when it needs none.</param>
/// <param name="Cards">At least one.</param>
/// <param name="More">The way to all of them; null when these are all.</param>
public sealed record FrontCards(string Id, Wording Heading, Wording? Lead, IReadOnlyList<LinkCard> Cards, LinkCard? More = null);
