using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.Measures;

/// <summary>The measures whose deadline has passed.</summary>
internal sealed class OverdueMeasures(ContentReader reader, TimeProvider clock) : INamedQuery
{
    private const string Plan = "plan";
    private const string Deadline = $"{PlanContentTypes.Measure}.DeadlineDate";
    private const string State = $"{PlanContentTypes.Measure}.State";

    public static NamedQueryDefinition Definition { get; } =
        new()
        {
            Name = "OverdueMeasures",
            Description =
                "The measures whose last day has passed in Norway and that are neither done nor dropped, the longest overdue first.",
            ContentTypes = [PlanContentTypes.Measure, PlanContentTypes.Plan],
            Parameters = [Parameter.At, new(Plan, ScalarKind.Id, "The content item id of a plan; all plans when not given.")],
            Shape = new ValueShape.Items(PlanContentTypes.Measure),
        };

    public async ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken)
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var today = NorwegianDays.Of(asked ?? clock.GetUtcNow());
        var query = ContentQuery
            .For(PlanContentTypes.Measure)
            .Where(new ContentFilter.Comparison(Deadline, ComparisonOperator.LessThan, [ContentValue.Of(NorwegianDays.ToStored(today))]))
            .Where(new ContentFilter.Not(ContentFilter.In(State, ContentValue.Of("done"), ContentValue.Of("dropped"))))
            .OrderBy(Deadline);
        if (values.FindText(Plan) is { } plan)
        {
            query = query.Where(ContentFilter.Equal($"{PlanContentTypes.Measure}.Plan", ContentValue.Of(plan)));
        }

        return (await reader.ListAsync(query.AllAtOnce(), cancellationToken)).TryGet(out var page, out var error)
            ? new QueryAnswer(page.Items, asked is null ? NorwegianDays.EndOf(today) : null)
            : error;
    }
}
