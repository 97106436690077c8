using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Configuration;

/// <summary>
/// Looks through the configuration, wherever it came from, before anything is made: a setting that nobody reads was misspelt, and would
/// have left the program on its default without a word.
/// </summary>
internal static class SettingsCheck
{
    // Settings of the framework that people write, beside whole sections.
    private static readonly string[] s_framework =
    [
        "urls",
        "http_ports",
        "https_ports",
        "environment",
        "contentRoot",
        "applicationName",
        "webRoot",
        "AllowedHosts",
        "shutdownTimeoutSeconds",
        "detailedErrors",
        "captureStartupErrors",
        "preferHostingUrls",
        "suppressStatusMessages",
        "preventHostingStartup",
        "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies",
        "staticWebAssets",
    ];

    private static readonly string[] s_frameworkSections = ["Logging", "Kestrel", "hostBuilder", "hostOptions", "OrchardCore"];

    /// <exception cref="StartupException">A setting is unknown, or no value of its kind; one line with the nearest name.</exception>
    public static void Run(IServiceCollection services, IConfiguration configuration, IEnumerable<string> commandLine)
    {
        SettingsSection[] sections = [.. services.Select(service => service.ImplementationInstance).OfType<SettingsSection>()];
        string[] roots = [.. sections.Select(section => section.Path.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] names = [.. sections.SelectMany(section => section.Names)];
        CheckCommandLine(commandLine, sections, roots, names);
        foreach (var root in configuration.GetChildren())
        {
            if (roots.Contains(root.Key, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var child in root.GetChildren())
                {
                    CheckBelow(child, sections, names);
                }
            }
            else if (root.GetChildren().Any() && !IsOfFramework(root.Key) && Nearest(root.Key, roots) is { } near)
            {
                throw new StartupException($"{root.Key}: unknown section of settings; did you mean {near}?");
            }
            else if (names.FirstOrDefault(name => name.Replace(':', '_').Equals(root.Key, StringComparison.OrdinalIgnoreCase)) is { } meant)
            {
                var name = meant.Replace(":", "__", StringComparison.Ordinal);
                throw new StartupException($"{root.Key}: unknown setting; in the environment it is called {name}.");
            }
        }

        if (sections.SelectMany(section => section.FindProblems(configuration)).FirstOrDefault() is { } problem)
        {
            throw new StartupException(problem);
        }
    }

    private static void CheckBelow(IConfigurationSection section, SettingsSection[] sections, string[] names)
    {
        var isLeaf = true;
        foreach (var child in section.GetChildren())
        {
            isLeaf = false;
            CheckBelow(child, sections, names);
        }

        // A section or list without anything in it has no value, or an empty one.
        var below = names.FirstOrDefault(name => IsBelow(name, section.Path));
        var isSaid = section.Value is { Length: > 0 } || (isLeaf && section.Value is not null && below is null);
        if (!isSaid || sections.Any(known => known.Knows(section.Path)))
        {
            return;
        }

        throw below is null
            ? Unknown(section.Path, names)
            : new StartupException($"{section.Path} is '{section.Value}'; expected settings below it, such as {below}.");
    }

    // The framework takes --key=value, --key value and /key=value, and passes over whatever else there is.
    private static void CheckCommandLine(IEnumerable<string> commandLine, SettingsSection[] sections, string[] roots, string[] names)
    {
        var expectsValue = false;
        foreach (var argument in commandLine)
        {
            // What has no value says nothing; a host that is started by another program names the sections themselves so.
            if (expectsValue || argument.EndsWith('='))
            {
                expectsValue = false;
                continue;
            }

            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                throw new StartupException(
                    $"'{argument}' is not understood; expected settings such as --urls http://localhost:5080, or a command: see --help."
                );
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var key = argument[2..(equals < 0 ? argument.Length : equals)];
            var root = key.Split(':')[0];
            var isKnown = roots.Contains(root, StringComparer.OrdinalIgnoreCase)
                ? key.Length > root.Length && (sections.Any(section => section.Knows(key)) || names.Any(name => IsBelow(name, key)))
                : IsOfFramework(root);
            if (!isKnown)
            {
                throw Unknown(key, [.. names, .. s_framework], "--");
            }

            expectsValue = equals < 0;
        }

        if (expectsValue)
        {
            throw new StartupException($"{commandLine.Last()} has no value; expected one after it.");
        }
    }

    private static bool IsBelow(string name, string section) => name.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfFramework(string root) =>
        s_framework.Contains(root, StringComparer.OrdinalIgnoreCase)
        || s_frameworkSections.Contains(root, StringComparer.OrdinalIgnoreCase);

    private static StartupException Unknown(string key, string[] names, string prefix = "") =>
        new(
            $"{prefix}{key}: unknown setting; "
                + (Nearest(key, names) is { } near ? $"did you mean {prefix}{near}?" : "expected one that docs/operations.md lists.")
        );

    private static string? Nearest(string given, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Distance: Distance(given.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Math.Clamp(given.Length / 3, 2, 4))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // Levenshtein's: how many letters have to be changed, added or taken away.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
