using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VoldCms.Hosting.Logging;

/// <summary>
/// Keeps the framework's own lines about single requests (address, query, agent, bound values) out of every log, whatever
/// level the configuration asks for: below <see cref="LogLevel.Warning"/> the framework's web categories are silent, and its
/// request log is silent at every level.
/// </summary>
internal sealed class VisitorProtection : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        for (var index = 0; index < options.Rules.Count; index++)
        {
            var rule = options.Rules[index];
            options.Rules[index] = new(rule.ProviderName, rule.CategoryName, rule.LogLevel, Guard(rule.Filter));
        }

        // Where no rule applies, the minimum level does; as a rule it can be guarded too.
        options.Rules.Insert(0, new(null, null, options.MinLevel, Guard(null)));
    }

    private static Func<string?, string?, LogLevel, bool> Guard(Func<string?, string?, LogLevel, bool>? inner) =>
        (provider, category, level) => IsAllowed(category, level) && (inner is null || inner(provider, category, level));

    private static bool IsAllowed(string? category, LogLevel level) =>
        category is null
        || !category.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        || (level >= LogLevel.Warning && category != RequestLog);

    /// <summary>Registers the guard after every other filter.</summary>
    public static void Add(IServiceCollection services) =>
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, VisitorProtection>();
}
