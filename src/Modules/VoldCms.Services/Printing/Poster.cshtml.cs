using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Services.Printing;

/// <summary>A poster with strips to tear off. The strips say a number and an address, and not what they are for.</summary>
internal sealed class PosterPage(Site site, PrintedSheetReader sheets) : PrintedSheetPage(site, sheets)
{
    public const int Strips = 8;

    public override Wording Title => T["Poster"];
}
