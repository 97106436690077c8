using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Finding;

/// <summary>Services on other modules' pages: who to call, and whether they answer now. Scoped.</summary>
internal sealed class ServiceDisplay(ServiceReader services, LocalizedItems items, Site site) : IContentDisplay
{
    public string ContentType => ServiceContentTypes.Service;

    public async ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(ContentTopic topic, CancellationToken cancellationToken)
    {
        var named = await items.ResolveAsync(ServiceContentTypes.Service, topic.Picked, cancellationToken);
        var picked = await services.ReadAllAsync(named, cancellationToken);
        var all = topic.Terms.Count == 0 ? [] : await services.ListAsync(cancellationToken);
        var answer = (await services.ForTopicsAsync(all, cancellationToken)).Find(topic.Terms, picked);
        return [.. answer.Services.Select((service, index) => Show(service, answer, index < answer.First))];
    }

    private ContentDisplay Show(ServiceView service, TopicServices answer, bool isFirst) =>
        new(
            "~/Areas/Services/Pages/_ServiceCall.cshtml",
            new ServiceCall(
                site.Texts,
                service,
                service == answer.InsteadOfShelter ? ShelterTexts.Instead(service.Name, site.Texts) : service.Line
            ),
            service.Line?.OtherLanguage,
            isFirst
        );
}

/// <summary>A service with its channels, for whoever needs it at once.</summary>
/// <param name="T">The texts of the page.</param>
/// <param name="Service">It.</param>
/// <param name="Line">What is said of it.</param>
internal sealed record ServiceCall(Texts T, ServiceView Service, Wording? Line);
