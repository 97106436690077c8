using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.ContentApi.Rest;

/// <summary>Lets nobody further who may not use the API at all. Stateless.</summary>
internal sealed class RestAccessFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var access = http.RequestServices.GetRequiredService<RestAccess>();
        return await access.FindRefusalAsync(http.RequestAborted) ?? await next(context);
    }
}
