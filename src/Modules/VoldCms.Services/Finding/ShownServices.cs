using System.Collections.Immutable;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.Hosting.Tenancy;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>The services that help pages show: what is picked, and the municipality's own.</summary>
internal sealed class ShownServices(
    ContentReader reader,
    ServiceReader services,
    AvailabilityReader availability,
    Site site,
    TimeProvider clock
) : IComputedField
{
    private const string Service = ServiceContentTypes.Service;
    private const string HelpPage = ServiceContentTypes.HelpPage;

    public static ComputedFieldDefinition Definition { get; } =
        new()
        {
            Name = "ShownServices",
            Targets = [HelpPage],
            Description =
                "The services that the page shows, in its language and order: those that its editor has picked, and the municipality's own "
                + "that answer to whom it is for and what it is about. What is open now stands before what is not.",
            Shape = new ValueShape.Items(Service),
        };

    public async ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var shown = new object?[items.Count];
        var moment = Moment.Of(values, clock);
        DateTimeOffset? validUntil = null;
        var picked = await reader.ListByIdAsync(Service, [.. items.SelectMany(PickedBy).Distinct()], cancellationToken);
        foreach (var pages in items.Index().GroupBy(page => ContentItemParts.CultureOf(page.Item) ?? site.Settings.DefaultCulture))
        {
            var all = await reader.ListAllAsync(ContentQuery.For(Service) with { Culture = pages.Key }, cancellationToken);
            var byId = all.ToDictionary(service => service.ContentItemId);
            var bySet = all.Where(service => ContentItemParts.LocalizationSetOf(service) is not null)
                .ToDictionary(service => ContentItemParts.LocalizationSetOf(service)!);
            var views = await services.ReadAllAsync(all, cancellationToken);
            var finder = await services.ForTopicsAsync(views, cancellationToken);
            foreach (var (index, page) in pages)
            {
                var chosen = picked
                    .Pick(PickedBy(page))
                    .Select(service => ContentItemParts.LocalizationSetOf(service) is { } set ? bySet.GetValueOrDefault(set) : service)
                    .OfType<ContentItem>()
                    .ToList();
                ImmutableArray<ServiceView> first =
                [
                    .. chosen.Select(service => views.FirstOrDefault(view => view.Id == service.ContentItemId)).OfType<ServiceView>(),
                ];
                shown[index] = finder.Find(TermsOf(page), first).Services.Select(view => byId[view.Id]).ToList();
            }

            var until = moment.ValidUntil(await availability.ListAsync(all, cancellationToken));
            validUntil = validUntil is null || until < validUntil ? until : validUntil;
        }

        return new Computed([.. shown], validUntil);
    }

    private static IReadOnlyList<ContentItemId> PickedBy(ContentItem page) => page.Ids(HelpPage, "Services");

    // Whoever needs help is in some situation; a page for none of them tells of the site itself and shows nothing but what is picked.
    private static IReadOnlyCollection<ContentItemId> TermsOf(ContentItem page) =>
        page.Terms(HelpPage, "Situations") is { Count: > 0 } situations
            ? [.. situations, .. page.Terms(HelpPage, "Audiences"), .. page.Terms(HelpPage, "ViolenceKinds")]
            : [];
}
