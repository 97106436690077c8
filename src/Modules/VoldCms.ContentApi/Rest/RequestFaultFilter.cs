using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;
using VoldCms.Hosting.Errors;

namespace VoldCms.ContentApi.Rest;

/// <summary>A request that cannot be read, as a problem. Stateless.</summary>
internal sealed class RequestFaultFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RequestFaultException fault)
        {
            return new ProblemResult(fault.Status, fault.Code, fault.Message);
        }
    }
}
