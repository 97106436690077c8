using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Finding;

/// <summary>Services on other modules' pages: who to call, and whether they answer now. Scoped.</summary>
internal sealed class ServiceDisplay(ServiceReader services, LocalizedItems items, Site site) : IContentDisplay
{
    public string ContentType => ContentTypes.Service;

    public async ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(IReadOnlyList<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var picked = await items.ResolveAsync(ContentTypes.Service, ids, cancellationToken);
        return
        [
            .. (await services.ReadAllAsync(picked, cancellationToken)).Select(service => new ContentDisplay(
                "~/Areas/Services/Pages/_ServiceCall.cshtml",
                new ServiceCall(site.Texts, service),
                service.Language is null ? null : Cultures.Find(service.Language))),
        ];
    }
}

/// <summary>A service with its channels, for whoever needs it at once.</summary>
internal sealed record ServiceCall(Texts T, ServiceView Service);
