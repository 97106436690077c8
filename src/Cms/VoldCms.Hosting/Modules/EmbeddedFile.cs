using System.Reflection;

namespace VoldCms.Hosting.Modules;

/// <summary>A file that lies inside a module's assembly.</summary>
/// <param name="Assembly">Whose.</param>
/// <param name="ResourceName">The resource's full name.</param>
/// <param name="FileName">The name it had in its folder, such as <c>nb.po</c>.</param>
public sealed record EmbeddedFile(Assembly Assembly, string ResourceName, string FileName)
{
    /// <summary>What an error message calls it.</summary>
    public string Origin => $"{Assembly.GetName().Name}: {FileName}";

    /// <summary>The caller closes the stream.</summary>
    public Stream Open() =>
        Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The resource '{ResourceName}' has gone from {Assembly.GetName().Name}.");

    /// <summary>The files that were embedded from one folder of a project, by name.</summary>
    internal static IEnumerable<EmbeddedFile> In(Assembly assembly, string folder, string suffix)
    {
        var prefix = $"{assembly.GetName().Name}.{folder}.";
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new EmbeddedFile(assembly, name, name[prefix.Length..]));
    }
}
