namespace VoldCms.Presentation.Pages;

/// <summary>A part of a tenant's site that a module brings: an entry of the main menu. Scoped.</summary>
public interface ISiteSection
{
    /// <summary>Lowest first.</summary>
    int Order { get; }

    /// <summary>The path of the section's own page, below the language.</summary>
    string Path { get; }

    /// <summary>The section's name, a text's English wording.</summary>
    string Name { get; }
}
