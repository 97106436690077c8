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

    /// <summary>The files that were embedded from the folders of that name, the project's own and its features', by name.</summary>
    internal static IEnumerable<EmbeddedFile> In(Assembly assembly, string folder, string suffix)
    {
        var root = $"{assembly.GetName().Name}.";
        var within = $".{folder}.";
        return assembly
            .GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(root, StringComparison.Ordinal)
                && name.EndsWith(suffix, StringComparison.Ordinal)
                && name.IndexOf(within, root.Length - 1, StringComparison.Ordinal) >= 0
            )
            .Order(StringComparer.Ordinal)
            .Select(name => new EmbeddedFile(
                assembly,
                name,
                name[(name.IndexOf(within, root.Length - 1, StringComparison.Ordinal) + within.Length)..]
            ));
    }
}
