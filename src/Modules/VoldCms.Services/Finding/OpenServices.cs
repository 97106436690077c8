using System.Collections.Immutable;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.Hosting.Tenancy;
using VoldCms.Services.Channels;
using VoldCms.Services.Matching;

namespace VoldCms.Services.Finding;

/// <summary>The services that are open, in the finder's order.</summary>
internal sealed class OpenServices(
    ContentReader reader,
    AvailabilityReader availability,
    VocabularyReader vocabulary,
    Site site,
    TimeProvider clock
) : INamedQuery
{
    private const string Audience = "audience";
    private const string Situation = "situation";

    public static NamedQueryDefinition Definition { get; } =
        new()
        {
            Name = "OpenServices",
            Description =
                "The services that are open at that moment: for who is hurt a shelter first; "
                + "then the municipality's own, those that it shares "
                + "and national ones, each by name.",
            ContentTypes = [ServiceContentTypes.Service, ServiceContentTypes.Channel, ServiceContentTypes.Place],
            Parameters =
            [
                Parameter.At,
                Parameter.Culture,
                new(
                    Audience,
                    ScalarKind.Id,
                    "The content item id of the term that says whom it is for; what is for those who include them is for them too."
                ),
                new(
                    Situation,
                    ScalarKind.Id,
                    "The content item id of the term that says what has happened; services that help in it too are there."
                ),
            ],
            Shape = new ValueShape.Items(ServiceContentTypes.Service),
        };

    public async ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken)
    {
        var culture = values.FindText(Parameter.Culture.Name) ?? site.Settings.DefaultCulture;
        var query = ContentQuery.For(ServiceContentTypes.Service).AllAtOnce() with { Culture = culture };
        if (!(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
        {
            return error;
        }

        var words = await vocabulary.ReadAsync(cancellationToken);
        var (whom, what) = (Asked(values, Audience), Asked(values, Situation));
        ImmutableArray<Problem> unknown = [.. Unknown(Audience, whom, words.IsAudience), .. Unknown(Situation, what, words.IsSituation)];
        if (!unknown.IsEmpty)
        {
            return Invalid.Of("query.invalid-parameters", unknown);
        }

        var need = words.NeedOf(whom, what);
        var moment = Moment.Of(values, clock);
        var all = await availability.ListAsync(page.Items, cancellationToken);
        var byName = StringComparer.Create((Cultures.Find(site.Settings.CultureFor(culture)) ?? site.Culture).Formatting, ignoreCase: true);
        var open = page
            .Items.Zip(all, (item, each) => (Item: item, Aim: words.AimOf(item), IsOpen: each.IsOpenAt(moment.At) == true))
            .Where(each => each.IsOpen && need.Find(each.Aim) is not null)
            .OrderByDescending(each => need.PutsFirst(each.Aim))
            .ThenBy(each => each.Aim.Nearness)
            .ThenBy(each => each.Item.DisplayText ?? "", byName)
            .ThenBy(each => each.Item.ContentItemId.Value, StringComparer.Ordinal);
        return new QueryAnswer(open.Select(each => each.Item).ToList(), moment.ValidUntil(all), culture);
    }

    private static IEnumerable<Problem> Unknown(string name, ImmutableArray<ContentItemId> asked, Func<ContentItemId, bool> isKnown) =>
        asked
            .Where(id => !isKnown(id))
            .Select(id => new Problem(
                name,
                $"'{id.Value}' names no term; expected the content item id of a term that services bear as {name}"
            ));

    private static ImmutableArray<ContentItemId> Asked(ParameterValues values, string name) =>
        values.FindText(name) is { } id ? [new ContentItemId(id)] : [];
}
