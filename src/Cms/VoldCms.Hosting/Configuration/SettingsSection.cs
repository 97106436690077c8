using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Configuration;

/// <summary>
/// A section of the configuration, and what may stand in it: the properties of its options. Every setting is read through one, so that
/// what is misspelt, or no value of its kind, stops the start with one line. Immutable.
/// </summary>
public sealed class SettingsSection
{
    private readonly Dictionary<string, PropertyInfo?> _settings;

    /// <param name="path">The section, such as <c>VoldCms:PageCache</c>.</param>
    /// <param name="options">The type that it is read into: numbers, flags, times, texts, and lists of texts.</param>
    public SettingsSection(string path, Type options)
    {
        Path = path;
        _settings = options
            .GetProperties()
            .Where(IsSetting)
            .ToDictionary(
                property => IsList(property) ? $"{property.Name}:N" : property.Name,
                property => IsList(property) ? null : property,
                StringComparer.OrdinalIgnoreCase
            );
    }

    /// <param name="path">The section.</param>
    /// <param name="names">
    /// Settings that somebody else reads and judges. <c>N</c> stands for a number, and <c>*</c>, last, for whatever follows.
    /// </param>
    public SettingsSection(string path, params IEnumerable<string> names)
    {
        Path = path;
        _settings = names.ToDictionary(name => name, PropertyInfo? (_) => null, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The section.</summary>
    public string Path { get; }

    /// <summary>The whole names of its settings.</summary>
    public IEnumerable<string> Names => _settings.Keys.Select(name => $"{Path}:{name}");

    /// <summary>Whether a setting of that whole name is one of these.</summary>
    internal bool Knows(string name) => Names.Any(known => Matches(known.Split(':'), name.Split(':')));

    /// <summary>What is wrong with the values that stand in the configuration, a line each.</summary>
    internal IEnumerable<string> FindProblems(IConfiguration configuration)
    {
        foreach (var (name, property) in _settings)
        {
            if (property is not null && configuration[$"{Path}:{name}"] is { } text && FindProblem(property, text) is { } expected)
            {
                yield return $"{Path}:{name} is '{text}'; expected {expected}.";
            }
        }
    }

    private static bool Matches(string[] known, string[] given) =>
        (known[^1] == "*" ? given.Length >= known.Length : given.Length == known.Length)
        && known
            .Zip(given)
            .All(pair =>
                pair.First switch
                {
                    "*" => true,
                    "N" => int.TryParse(pair.Second, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                    var name => name.Equals(pair.Second, StringComparison.OrdinalIgnoreCase),
                }
            );

    // What was expected; null when all is well.
    private static string? FindProblem(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var range = property.GetCustomAttribute<RangeAttribute>();
        var kind =
            Kind(type) + (range is null ? "" : string.Create(CultureInfo.InvariantCulture, $" from {range.Minimum} to {range.Maximum}"));
        if (type == typeof(string))
        {
            return text.Length == 0 && property.IsDefined(typeof(RequiredAttribute)) ? "a text" : null;
        }

        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return range is null || range.IsValid(value) ? null : kind;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            return kind;
        }
    }

    private static string Kind(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a length of time such as 00:00:30"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : "a number";

    private static bool IsSetting(PropertyInfo property) => property.SetMethod is { IsPublic: true } || IsList(property);

    private static bool IsList(PropertyInfo property) =>
        property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType);
}

/// <summary>How modules say what may be configured.</summary>
public static class SettingsRegistration
{
    /// <summary>Reads a section into options, which are checked when the program starts.</summary>
    public static void AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddKnownSettings(new SettingsSection(section, typeof(T)));
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>Says that a section is read, by whoever reads it.</summary>
    public static void AddKnownSettings(this IServiceCollection services, SettingsSection section) => services.AddSingleton(section);
}
