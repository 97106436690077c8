using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>
/// Whom a child rings first, or whoever asks for one: child welfare of the municipality while it is open, and else the line for children,
/// before any place that children come to with a parent. The one place that decides it.
/// </summary>
internal static class ChildsOrder
{
    private const int Others = 2;

    /// <summary>The service's place among those that are equally near; lower stands first.</summary>
    public static int PlaceOf(ServiceView service, Need need) =>
        !need.IsAboutChild ? Others
        : service.Aim.IsChildWelfare && service.Readiness is Readiness.DayAndNight or Readiness.Open ? 0
        : service is { IsNational: true, Aim.IsForChildren: true, Readiness: Readiness.DayAndNight } ? 1
        : Others;
}
