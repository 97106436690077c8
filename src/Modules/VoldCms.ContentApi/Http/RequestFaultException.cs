using Microsoft.AspNetCore.Http;

namespace VoldCms.ContentApi.Http;

/// <summary>What a client can cause before what it asks is looked at; the endpoint answers it, or <see cref="BoundsFilter"/>.</summary>
internal sealed class RequestFaultException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>It cannot be read as what it should be.</summary>
    /// <param name="message">What is wrong, and what was expected.</param>
    public static RequestFaultException Malformed(string message) => new(StatusCodes.Status400BadRequest, "request.malformed", message);
}
