using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>First on the front page: the municipality's shelter, who answers day and night, and who can be written to. Scoped.</summary>
internal sealed class FrontLines(ServiceReader services) : IFrontRegion
{
    private const int Most = 4;

    public int Order => 10;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var lines = await services.ListLinesAsync(cancellationToken);
        return lines.IsEmpty
            ? null
            : new(
                "~/Areas/Services/Pages/_FrontLines.cshtml",
                new FrontLinesView(site.Texts, [.. lines.Take(Most)], await services.ListQuietAsync(cancellationToken))
            );
    }
}

/// <summary>The municipality's own services on the front page, and the way to all. Scoped.</summary>
internal sealed class FrontServices(ServiceReader services) : IFrontRegion
{
    private const int Most = 6;

    public int Order => 30;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var all = (await services.ListInOrderAsync(cancellationToken)).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var near = all.Where(service => service is { IsNational: false, IsShelter: false, First: not null, Aim.IsForStaffAlone: false })
            .Take(Most);
        return new(
            "~/Areas/Services/Pages/_FrontServices.cshtml",
            new FrontServicesView(site.Texts, [.. near], site.Href(ServicePaths.Services))
        );
    }
}

/// <summary>What the front page shows of whom to call first.</summary>
/// <param name="T">The texts of the page.</param>
/// <param name="Lines">Telephones, the shelter's first.</param>
/// <param name="Quiet">Those who can be written to.</param>
internal sealed record FrontLinesView(Texts T, ImmutableArray<ServiceLineView> Lines, ImmutableArray<ServiceLineView> Quiet)
{
    /// <summary>Said with the first line where no shelter is known.</summary>
    public Wording? InsteadOfShelter => Lines[0].Service.IsShelter ? null : ShelterTexts.Instead(Lines[0].Service.Name, T);

    /// <summary>What a service is for stands with its telephone already.</summary>
    public bool IsNew(ServiceLineView quiet) => Lines.All(line => line.Service.Href != quiet.Service.Href);
}

/// <summary>What the front page shows of the municipality's own services.</summary>
internal sealed record FrontServicesView(Texts T, ImmutableArray<ServiceView> Services, string AllHref);
