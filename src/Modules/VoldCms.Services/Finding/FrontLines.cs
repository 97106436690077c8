using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.Finding;

/// <summary>First on the front page: who answers day and night. Scoped.</summary>
internal sealed class FrontLines(ServiceReader services) : IFrontRegion
{
    private const int Most = 4;

    public int Order => 10;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var lines = await services.ListLinesAsync(cancellationToken);
        return lines.IsEmpty ? null : new("~/Areas/Services/Pages/_FrontLines.cshtml", new FrontLinesView(site.Texts, [.. lines.Take(Most)]));
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

        var near = all.Where(service => !service.IsNational && service.First is not null).Take(Most);
        return new("~/Areas/Services/Pages/_FrontServices.cshtml", new FrontServicesView(site.Texts, [.. near], site.Href(ServicesSection.PagePath)));
    }
}

/// <summary>What the front page shows of the lines that answer day and night.</summary>
internal sealed record FrontLinesView(Texts T, ImmutableArray<ServiceLineView> Lines);

/// <summary>What the front page shows of the municipality's own services.</summary>
internal sealed record FrontServicesView(Texts T, ImmutableArray<ServiceView> Services, string AllHref);
