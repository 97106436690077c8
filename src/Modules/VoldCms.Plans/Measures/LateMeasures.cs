using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.Measures;

/// <summary>Measures for which something is past, and that are neither done nor dropped.</summary>
internal abstract class LateMeasures(ContentReader reader, TimeProvider clock) : INamedQuery
{
    private const string Plan = "plan";
    private const string State = $"{PlanContentTypes.Measure}.State";

    public async ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken)
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var today = NorwegianDays.Of(asked ?? clock.GetUtcNow());
        var query = PastOn(today, ContentQuery.For(PlanContentTypes.Measure))
            .Where(new ContentFilter.Not(ContentFilter.In(State, ContentValue.Of("done"), ContentValue.Of("dropped"))));
        if (values.FindText(Plan) is { } plan)
        {
            query = query.Where(ContentFilter.Equal($"{PlanContentTypes.Measure}.Plan", ContentValue.Of(plan)));
        }

        return (await reader.ListAsync(query.AllAtOnce(), cancellationToken)).TryGet(out var page, out var error)
            ? new QueryAnswer(page.Items, asked is null ? NorwegianDays.EndOf(today) : null)
            : error;
    }

    /// <summary>Those for which it is past on that day, in order.</summary>
    protected abstract ContentQuery PastOn(DateOnly today, ContentQuery measures);

    /// <summary>The field's value is less.</summary>
    protected static ContentFilter LessThan(string field, ContentValue value) =>
        new ContentFilter.Comparison($"{PlanContentTypes.Measure}.{field}", ComparisonOperator.LessThan, [value]);

    /// <summary>How it stands in the schema.</summary>
    protected static NamedQueryDefinition Define(string name, string description) =>
        new()
        {
            Name = name,
            Description = description,
            ContentTypes = [PlanContentTypes.Measure, PlanContentTypes.Plan],
            Parameters = [Parameter.At, new(Plan, ScalarKind.Id, "The content item id of a plan; all plans when not given.")],
            Shape = new ValueShape.Items(PlanContentTypes.Measure),
        };
}
