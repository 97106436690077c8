using System.Globalization;
using System.Net;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Starting;

/// <summary>Where the program listens: <c>urls</c>, or <c>http_ports</c> and <c>https_ports</c>.</summary>
internal static class ListeningAddresses
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] s_portSettings = ["http_ports", "https_ports"];

    /// <exception cref="StartupException">An address or port is none.</exception>
    public static void SetAddresses(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        foreach (var setting in s_portSettings)
        {
            if (Split(configuration[setting]).FirstOrDefault(port => !IsPort(port)) is { } wrong)
            {
                throw new StartupException($"{setting} has '{wrong}'; expected a port from 0 to 65535.");
            }
        }

        if (configuration["urls"] is not { Length: > 0 } addresses)
        {
            if (!s_portSettings.Any(setting => configuration[setting] is { Length: > 0 }))
            {
                builder.WebHost.UseUrls(Default);
            }

            return;
        }

        foreach (var address in Split(addresses))
        {
            if (FindProblem(address) is { } problem)
            {
                throw new StartupException($"urls has '{address}': {problem}; expected an address such as {Default}.");
            }
        }
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? FindProblem(string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or ArgumentException)
        {
            return "it cannot be read";
        }

        return parsed.Scheme is not "http" and not "https" ? $"its scheme is '{parsed.Scheme}'"
            : parsed.IsUnixPipe || parsed.IsNamedPipe ? null
            : !IsHost(parsed.Host) ? $"'{parsed.Host}' is no host to listen on, but localhost, an IP address, or * for every address"
            : parsed.Port is < 0 or > IPEndPoint.MaxPort ? $"its port is {parsed.Port}, and the largest is {IPEndPoint.MaxPort}"
            : parsed.PathBase.Length > 0 ? $"it has a path, '{parsed.PathBase}'"
            : null;
    }

    // The server would take any other name to mean every address of the machine.
    private static bool IsHost(string host) =>
        host is "*" or "+" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out _);

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort;
}
