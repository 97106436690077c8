using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>
/// Whom a child rings first, or whoever asks for one: child welfare of the municipality while it is open, the line for children, and
/// child welfare while nobody knows whether it is open, before any place that children come to with a parent. What is chosen beside
/// that, a kind of channel for one, moves none of them. The one place that decides it.
/// </summary>
internal static class ChildsOrder
{
    private const int Others = 3;

    /// <summary>The service's place; lower stands first.</summary>
    public static int PlaceOf(ServiceView service, Need need) =>
        !need.IsAboutChild ? Others
        : service.Aim.IsChildWelfare && service.ReadinessInAnyWay is Readiness.DayAndNight or Readiness.Open ? 0
        : service is { IsNational: true, Aim.IsForChildren: true, ReadinessInAnyWay: Readiness.DayAndNight } ? 1
        : service is { Aim.IsChildWelfare: true, ReadinessInAnyWay: Readiness.Ask } ? 2
        : Others;

    /// <summary>The service is one of those.</summary>
    public static bool IsOneOfThem(ServiceView service, Need need) => PlaceOf(service, need) < Others;
}
