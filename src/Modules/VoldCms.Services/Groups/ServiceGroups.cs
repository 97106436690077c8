using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Groups;

/// <summary>The lists of services that a document prints by who works together on what, on the document's own page. Scoped.</summary>
internal sealed class ServiceGroups(ContentReader reader, Site site) : IItemRegion
{
    private const string Group = ServiceContentTypes.ServiceGroup;
    private const string Entry = ServiceContentTypes.ServiceGroupEntry;

    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        // All there are, a handful: a tenant without this module's definitions has none, and knows no field to ask by.
        var groups = (await reader.ListAllAsync(ContentQuery.For(Group), cancellationToken))
            .Where(group => group.Ids(Group, "Plan").Contains(item.ContentItemId))
            .OrderBy(group => group.Number(Group, "Order"))
            .ToList();
        return groups.Count == 0
            ? null
            : new(
                "samarbeid",
                site.Texts["Who works together and who helps, in the plan’s own words"],
                "~/Areas/Services/Pages/_ServiceGroups.cshtml",
                await ReadAsync(groups, cancellationToken)
            );
    }

    private async Task<ImmutableArray<ServiceGroupView>> ReadAsync(IReadOnlyList<ContentItem> groups, CancellationToken cancellationToken)
    {
        var services = await reader.ListByIdAsync(
            ServiceContentTypes.Service,
            groups.SelectMany(group => group.Bag("Entries")).SelectMany(entry => entry.Ids(Entry, "Service")),
            cancellationToken
        );
        var resources = await reader.ListByIdAsync(
            ServiceContentTypes.WebResource,
            groups.SelectMany(group => group.Ids(Group, "Resources")),
            cancellationToken
        );
        var views = ImmutableArray.CreateBuilder<ServiceGroupView>(groups.Count);
        string? last = null;
        foreach (var group in groups)
        {
            var heading = group.Text(Group, "PrintedHeading");
            views.Add(
                new(
                    heading == last ? null : heading,
                    group.Text(Group, "Heading") ?? group.DisplayText ?? "",
                    [.. group.Bag("Entries").OrderBy(entry => entry.Number(Entry, "Order")).Select(entry => ReadEntry(entry, services))],
                    [.. resources.Pick(group.Ids(Group, "Resources")).Select(ReadResource).OfType<LinkCard>()]
                )
            );
            last = heading;
        }

        return views.DrainToImmutable();
    }

    private ServiceGroupEntryView ReadEntry(ContentItem entry, IReadOnlyDictionary<ContentItemId, ContentItem> services) =>
        new(
            entry.Text(Entry, "Name") ?? "",
            [.. entry.Lines(Entry, "Units")],
            services.Pick(entry.Ids(Entry, "Service")).Select(site.FindHref).FirstOrDefault()
        );

    private static LinkCard? ReadResource(ContentItem resource) =>
        resource.Link(ServiceContentTypes.WebResource, "Address") is { Domain: { } domain } link
            ? new(resource.DisplayText ?? link.Text, link.Href, domain)
            : null;
}

/// <summary>One list as the document prints it.</summary>
/// <param name="Above">The heading above it and those that follow; null where the last one still stands.</param>
/// <param name="Heading">The list's own.</param>
/// <param name="Entries">In the document's order.</param>
/// <param name="Resources">Websites that stand below the list; <see cref="LinkCard.Text"/> is whose they are.</param>
internal sealed record ServiceGroupView(
    string? Above,
    string Heading,
    ImmutableArray<ServiceGroupEntryView> Entries,
    ImmutableArray<LinkCard> Resources
);

/// <summary>A service by the name that the document prints.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Units">Its parts that the document names.</param>
/// <param name="Href">Its page; null where the document only names it.</param>
internal sealed record ServiceGroupEntryView(string Name, ImmutableArray<string> Units, string? Href);
