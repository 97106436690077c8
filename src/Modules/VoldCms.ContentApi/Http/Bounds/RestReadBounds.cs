using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace VoldCms.ContentApi.Http;

/// <summary>Holds what is read without GraphQL to the same bounds: how often, how many at once, how long. Stateless.</summary>
internal sealed class RestReadBounds(RequestRate rate, ExecutionGate gate, IOptions<ContentApiOptions> options) : IEndpointFilter
{
    // As the cost of a list in GraphQL, where an item is read with its values.
    private const int ItemCost = 20;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        rate.Count(http);
        var items = int.TryParse(http.Request.Query["first"], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? first
            : options.Value.DefaultNumberOfResults;
        var execution = BoundedExecution.Of(http, gate, options.Value);
        await execution.BeginAsync((long)ItemCost * Math.Min(items, options.Value.MaxNumberOfResults));
        var left = http.RequestAborted;
        http.RequestAborted = execution.Token;
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (execution.IsOver)
        {
            throw execution.ToException();
        }
        finally
        {
            http.RequestAborted = left;
        }
    }
}
