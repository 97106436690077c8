using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Services.Finding;

namespace VoldCms.Services.Api;

/// <summary>The services that are open, the municipality's own first.</summary>
internal sealed class OpenServices(ContentReader reader, AvailabilityReader availability, TermReader terms, Site site, TimeProvider clock) : INamedQuery
{
    private const string Audience = "audience";
    private const string Situation = "situation";

    public static NamedQueryDefinition Definition { get; } = new()
    {
        Name = "OpenServices",
        Description = "The services that are open at that moment, local ones before national ones and then by name.",
        ContentTypes = [ContentTypes.Service, ContentTypes.Channel],
        Parameters =
        [
            Parameter.At,
            Parameter.Culture,
            new(Audience, ScalarKind.Id, "The content item id of the term that says whom it is for; services for everyone are for them too."),
            new(Situation, ScalarKind.Id, "The content item id of the term that says what has happened."),
        ],
        Shape = new ValueShape.Items(ContentTypes.Service),
    };

    public async ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken)
    {
        var culture = values.FindText(Parameter.Culture.Name) ?? site.Settings.DefaultCulture;
        var query = ContentQuery.For(ContentTypes.Service).AllAtOnce() with { Culture = culture };
        if (values.FindText(Situation) is { } situation)
        {
            query = query.Where(ContentFilter.Equal($"{ContentTypes.Service}.Situations", ContentValue.Of(situation)));
        }

        if (values.FindText(Audience) is { } audience)
        {
            var everyone = (await terms.ListAsync(ContentTypes.Audiences, cancellationToken)).Where(term => term.Code == FinderChoice.Everyone);
            ContentValue[] wanted = [ContentValue.Of(audience), .. everyone.Select(term => ContentValue.Of(term.Id))];
            query = query.Where(ContentFilter.In($"{ContentTypes.Service}.Audiences", wanted));
        }

        if (!(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
        {
            return error;
        }

        var moment = Moment.Of(values, clock);
        var all = await availability.ListAsync(page.Items, cancellationToken);
        var byName = StringComparer.Create((Cultures.Find(site.Settings.CultureFor(culture)) ?? site.Culture).Formatting, ignoreCase: true);
        IEnumerable<ContentItem> open = page.Items.Where((_, index) => all[index].At(moment.At) == true)
            .OrderBy(item => item.Flag(ContentTypes.Service, "National"))
            .ThenBy(item => item.DisplayText ?? "", byName)
            .ThenBy(item => item.ContentItemId.Value, StringComparer.Ordinal);
        return new QueryAnswer(open.ToList(), moment.ValidUntil(all), culture);
    }
}
