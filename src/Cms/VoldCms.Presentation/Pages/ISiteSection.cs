using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>
/// A part of a tenant's site that a module brings: an entry of the main menu, and a group of cards on the front page.
/// Scoped.
/// </summary>
public interface ISiteSection
{
    /// <summary>Lowest first.</summary>
    int Order { get; }

    /// <summary>The path of the section's own page, below the language.</summary>
    string Path { get; }

    /// <summary>The section's name, a text's English wording.</summary>
    string Name { get; }

    /// <summary>The heading of its cards on the front page, a text's English wording.</summary>
    string FrontHeading => Name;

    /// <summary>A few of the section's pages for the front page; with none, the section is not shown there.</summary>
    ValueTask<IReadOnlyList<LinkCard>> ListCardsAsync(Site site, CancellationToken cancellationToken);
}
