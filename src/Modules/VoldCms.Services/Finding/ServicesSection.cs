using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Finding;

/// <summary>Services in the main menu.</summary>
internal sealed class ServicesSection : ISiteSection
{
    public const string PagePath = "tilbud";

    public int Order => 40;

    public string Path => PagePath;

    public string Name => "Services";
}
