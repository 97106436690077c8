using Microsoft.AspNetCore.Http;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// Counts what is written without GraphQL. How long a write takes is the store's to bound: it is whole or not at all. Stateless.
/// </summary>
internal sealed class RestWriteBounds(RequestRate rate) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        rate.Count(context.HttpContext);
        return next(context);
    }
}
