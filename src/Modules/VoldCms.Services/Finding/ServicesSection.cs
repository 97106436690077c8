using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Finding;

/// <summary>Services in the main menu.</summary>
internal sealed class ServicesSection : ISiteSection
{
    public int Order => 40;

    public string Path => ServicePaths.Services;

    public string Name => "Services";
}
