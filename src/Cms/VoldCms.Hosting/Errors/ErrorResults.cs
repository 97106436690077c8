using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Hosting.Errors;

/// <summary>The one place that knows what an <see cref="Error"/> is in HTTP.</summary>
public static class ErrorResults
{
    /// <summary>A problem (RFC 9457); its <c>type</c> is stable, and programs may switch on it.</summary>
    public static IResult ToProblem(this Error error) =>
        error switch
        {
            NotFound => Problem(error, StatusCodes.Status404NotFound),
            Conflict => Problem(error, StatusCodes.Status409Conflict),
            Forbidden => Problem(error, StatusCodes.Status403Forbidden),
            Invalid invalid => TypedResults.ValidationProblem(
                invalid
                    .Problems.Where(problem => !problem.IsWarning)
                    .GroupBy(problem => problem.Path)
                    .ToDictionary(group => group.Key, group => group.Select(problem => problem.Message).ToArray()),
                detail: error.Message,
                type: TypeOf(error)
            ),
            _ => throw new UnreachableException(error.GetType().Name),
        };

    private static IResult Problem(Error error, int status) => TypedResults.Problem(error.Message, statusCode: status, type: TypeOf(error));

    private static string TypeOf(Error error) => $"urn:voldcms:{error.Code}";
}
