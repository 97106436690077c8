using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;
using VoldCms.Hosting.Errors;

namespace VoldCms.ContentApi.Http;

/// <summary>Says which bound a request has met, for everything below <c>/api</c>. Stateless.</summary>
internal sealed class BoundsFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BoundExceededException exceeded)
        {
            return exceeded.ToProblem(context.HttpContext);
        }
        catch (RequestFaultException fault)
        {
            return new ProblemResult(fault.Status, fault.Code, fault.Message);
        }
        catch (ReadBudgetException tooMuch)
        {
            return new ProblemResult(StatusCodes.Status400BadRequest, "api.max-read-bytes", tooMuch.Message);
        }
        catch (ResponseTooLargeException tooLarge)
        {
            return new ProblemResult(StatusCodes.Status400BadRequest, "api.max-response-bytes", tooLarge.Message);
        }
    }
}
