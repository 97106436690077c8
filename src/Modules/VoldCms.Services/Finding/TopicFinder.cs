using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>Who answers to pages that are about something, among services in one language. Pure: what it knows it is given.</summary>
internal sealed class TopicFinder(Vocabulary words, ServiceFinder finder, ImmutableArray<ServiceView> all)
{
    /// <summary>
    /// The services of a page that bears these terms: those that its editor has picked, and the municipality's own that answer to
    /// them; where none is picked, national ones too. A shelter stands first for whoever is hurt, and where none is known, or it says that
    /// it is for women and the page is for men, whoever answers instead; then the finder's order. The emergency numbers stand at the top of
    /// every page already: they come first where it is about danger, and else last.
    /// </summary>
    /// <param name="terms">Ids of terms of whatever taxonomies; none for a page that asks for nothing but what is picked.</param>
    /// <param name="picked">In the editor's order.</param>
    public TopicServices Find(IReadOnlyCollection<ContentItemId> terms, ImmutableArray<ServiceView> picked)
    {
        if (terms.Count == 0)
        {
            return new(picked);
        }

        var need = words.NeedOf(terms);
        var answering = InOrder(finder.Order(all, need))
            .Where(service => picked.IsEmpty || !service.IsNational)
            .Where(service => service.ViolenceKinds.IsEmpty || service.ViolenceKinds.Any(terms.Contains));
        ImmutableArray<ServiceView> shelters =
        [
            .. all.Where(service => need.ShelterFirst && service.IsShelter && !service.Channels.IsEmpty),
        ];
        var shown = finder.Arrange(shelters.Concat(picked).Concat(answering).DistinctBy(service => service.Href), need);
        var instead =
            need.ShelterFirst && !shelters.Any(shelter => need.PutsFirst(shelter.Aim))
                ? FindInsteadOfShelter(service => !need.IsForOthers(service.Aim))
                : null;

        return TopicServices.Of(
            instead is null ? shown : [instead, .. shown.Where(service => service.Href != instead.Href)],
            shelters.IsEmpty ? instead : null,
            words.AreAboutDanger(terms)
        );
    }

    /// <summary>Whoever is hurt can ring them day and night; null where there is none.</summary>
    /// <param name="may">Who may stand there.</param>
    public ServiceView? FindInsteadOfShelter(Func<ServiceView, bool> may) =>
        InOrder(finder.Order(all.Where(may), words.BeingHurt))
            .FirstOrDefault(service =>
                service.Channels.Any(channel => channel is { Kind: ChannelKind.Phone, Href: not null, Readiness: Readiness.DayAndNight })
            );

    /// <summary>The services of these groups, one after the other.</summary>
    public static IEnumerable<ServiceView> InOrder(ImmutableArray<FoundGroup> groups) =>
        groups.SelectMany(group => group.Services).Select(found => found.Service);
}
