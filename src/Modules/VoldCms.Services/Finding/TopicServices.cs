using System.Collections.Immutable;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>The services of a page that is about something.</summary>
/// <param name="Services">In the order in which they are shown.</param>
/// <param name="First">How many of them the reader needs before she reads on.</param>
/// <param name="InsteadOfShelter">
/// Who stands where a shelter should; null where one is known, be it for others, or none is called for.
/// </param>
internal sealed record TopicServices(ImmutableArray<ServiceView> Services, int First = 0, ServiceView? InsteadOfShelter = null)
{
    /// <summary>
    /// The first of the services comes first, and where it is about danger the police before it. Nobody is rung before the police there:
    /// a page about danger that shows no emergency service begins with its number in its own words. Elsewhere a service whose own first
    /// number is an emergency one is not what the reader begins with.
    /// </summary>
    /// <param name="services">In the finder's order.</param>
    /// <param name="insteadOfShelter">Who stands where a shelter should.</param>
    /// <param name="isAboutDanger">The page is for whoever is in danger now.</param>
    public static TopicServices Of(ImmutableArray<ServiceView> services, ServiceView? insteadOfShelter, bool isAboutDanger)
    {
        ImmutableArray<ServiceView> emergency = [.. services.Where(IsEmergency)];
        ImmutableArray<ServiceView> others = [.. services.Where(service => !IsEmergency(service))];
        var next = others.Where(service => service.Channels is not [{ Readiness: Readiness.Emergency }, ..]).Concat(others).Take(1);
        ImmutableArray<ServiceView> first = isAboutDanger
            ? emergency.IsEmpty
                ? []
                : [emergency[0], .. next]
            : [.. next];
        var rest = (isAboutDanger ? emergency.Concat(others) : others.Concat(emergency)).Except(first);
        return new([.. first, .. rest], first.Length, insteadOfShelter);
    }

    private static bool IsEmergency(ServiceView service) => service.Readiness == Readiness.Emergency;
}
