using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>What may be done with an address that is there to be read.</summary>
public static class RequestMethods
{
    /// <summary>What <c>Allow</c> says of such an address.</summary>
    public const string Reading = "GET, HEAD";

    /// <summary>Whether the request only reads.</summary>
    public static bool IsReading(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>405: the address is there, but not for that.</summary>
    /// <param name="response">Has no body yet; the edge gives it one.</param>
    /// <param name="allowed">What may be done, parted by commas.</param>
    public static void RefuseMethod(this HttpResponse response, string allowed = Reading)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = allowed;
    }
}
