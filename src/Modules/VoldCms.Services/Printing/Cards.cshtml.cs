using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Services.Printing;

/// <summary>Cards of the size of a bank card: outside an address and a code, inside the numbers.</summary>
internal sealed class CardsPage(Site site, PrintedSheetReader sheets) : PrintedSheetPage(site, sheets)
{
    public const int ToASheet = 10;

    public override Wording Title => T["Card"];
}
