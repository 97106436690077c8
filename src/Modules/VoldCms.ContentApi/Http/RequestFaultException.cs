namespace VoldCms.ContentApi.Http;

/// <summary>What a client can cause before what it asks is looked at; the endpoint answers it, or <see cref="BoundsFilter"/>.</summary>
internal sealed class RequestFaultException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
