using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Schema;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// Holds what is written without GraphQL to the same bounds: how often, how many at once. How long a write takes is the store's to bound:
/// it is whole or not at all. Stateless.
/// </summary>
internal sealed class RestWriteBounds(RequestRate rate, ExecutionGate gate, IOptions<ContentApiOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        rate.Count(context.HttpContext);
        await BoundedExecution.Of(context.HttpContext, gate, options.Value).BeginAsync(Costs.Write);
        return await next(context);
    }
}
