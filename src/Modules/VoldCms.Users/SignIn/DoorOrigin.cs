using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VoldCms.Hosting.Addresses;

namespace VoldCms.Users.SignIn;

/// <summary>Where people sign in: one origin, never taken from what a request says. Singleton, immutable.</summary>
internal sealed class DoorOrigin
{
    public DoorOrigin(IOptions<DoorOptions> options, IOptions<AddressOptions> addresses, IConfiguration configuration)
    {
        var address = FindAddress(options.Value, addresses.Value);
        Configured = address?.GetLeftPart(UriPartial.Authority);
        IsSecure = address?.Scheme == Uri.UriSchemeHttps;
        ForLinks = Configured ?? FindListening(configuration["urls"] ?? "");
    }

    /// <summary>Scheme, host and port; null where the door opens on localhost alone.</summary>
    public string? Configured { get; }

    /// <summary>Whether it is reached over https, and its cookies go nowhere else.</summary>
    public bool IsSecure { get; }

    /// <summary>What is wrong with what is configured; null when all is well.</summary>
    public static string? FindProblem(DoorOptions options) =>
        options.Origin is not { Length: > 0 } given ? null
        : PublicAddress.TryRead(given) is not { } address || new Uri(address).AbsolutePath != "/"
            ? $"{DoorOptions.Section}:Origin is '{given}'; expected an origin such as https://hjelp.example.no."
        : IsAllowed(new(address)) ? null
        : $"{DoorOptions.Section}:Origin is '{given}'; expected https, or http on localhost: what is typed there is secret.";

    /// <summary>The origin as links on the console have it: on localhost where the program is told to listen.</summary>
    public string ForLinks { get; }

    /// <summary>The origin as links have it that are made for a request which <see cref="IsHere"/>.</summary>
    public string Of(HttpRequest request) => Configured ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>Whether the request has come to the door. On localhost that is one that this machine itself has sent, no proxy.</summary>
    public bool IsHere(HttpRequest request) =>
        Configured is null
            ? IsThisMachine(request.Host.Host)
                && request.HttpContext.Connection.RemoteIpAddress is var sender
                && (sender is null || IPAddress.IsLoopback(sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender))
                && !request.Headers.Keys.Any(IsAProxys)
            : Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var asked)
                && asked.GetLeftPart(UriPartial.Authority) == Configured;

    /// <summary>
    /// Whether the request has come to the right host, but not by https as far as this program knows: sent on it would come back the same.
    /// </summary>
    public bool IsOnlyByOtherScheme(HttpRequest request) =>
        IsSecure
        && !request.IsHttps
        && new Uri(Configured!).Authority.Equals(request.Host.ToUriComponent(), StringComparison.OrdinalIgnoreCase);

    // An installation that has told its address over http has no door there.
    private static Uri? FindAddress(DoorOptions options, AddressOptions addresses) =>
        PublicAddress.TryRead(options.Origin is { Length: > 0 } own ? own : addresses.BaseUrl) is { } address
        && new Uri(address) is var uri
        && IsAllowed(uri)
            ? uri
            : null;

    // The first address that is reached from this machine; without any the program listens at 5080.
    private static string FindListening(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(BindingAddress.Parse)
            .Where(address => address.Host is "*" or "+" or "0.0.0.0" or "[::]" || IsThisMachine(address.Host))
            .Select(address => $"{address.Scheme}://localhost:{address.Port}")
            .FirstOrDefault("http://localhost:5080");

    private static bool IsAllowed(Uri address) => address.Scheme == Uri.UriSchemeHttps || IsThisMachine(address.Host);

    private static bool IsAProxys(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a host is this machine by its very name.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

/// <summary>A wrong origin stops the start.</summary>
internal sealed class DoorOptionsCheck : IValidateOptions<DoorOptions>
{
    public ValidateOptionsResult Validate(string? name, DoorOptions options) =>
        DoorOrigin.FindProblem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
