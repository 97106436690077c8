using System.Collections.Frozen;
using System.Text.Json;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Assets;

/// <summary>
/// The built style sheets, scripts and pictures, held in memory with their compressed forms once somebody has asked for them. Names carry a
/// hash of the content, so browsers keep them for good. Singleton, thread-safe.
/// </summary>
public sealed class AssetCatalog
{
    /// <summary>The first segment of the assets' addresses.</summary>
    public const string Root = "/assets";

    private readonly FrozenDictionary<string, Lazy<Asset>> _byFile;
    private readonly FrozenDictionary<string, string> _hrefs;

    private AssetCatalog(FrozenDictionary<string, Lazy<Asset>> byFile, FrozenDictionary<string, string> hrefs)
    {
        _byFile = byFile;
        _hrefs = hrefs;
    }

    /// <summary>
    /// Reads <c>manifest.json</c> (source name to built name) of the folder, and of each folder in it: a module with assets of its own has
    /// one, and its names begin with the folder's.
    /// </summary>
    /// <exception cref="StartupException">A manifest, or a file of it, is not there.</exception>
    public static AssetCatalog Load(string folder)
    {
        try
        {
            var names = Directory
                .GetDirectories(folder)
                .SelectMany(inner => ReadManifest(inner, $"{Path.GetFileName(inner)}/"))
                .Concat(ReadManifest(folder, ""))
                .ToList();
            return new(
                names.ToFrozenDictionary(name => name.Built, name => Open(Path.Combine(folder, name.Built))),
                names.ToFrozenDictionary(name => name.Source, name => $"{Root}/{name.Built}")
            );
        }
        catch (IOException problem)
        {
            throw new StartupException(
                $"The built front end is not in '{folder}' ({problem.Message}); expected the build to have made it.",
                problem
            );
        }
    }

    /// <summary>The address of an asset by its source name, such as <c>site.css</c> or <c>explorer/explorer.js</c>.</summary>
    /// <exception cref="KeyNotFoundException">The build made no such asset.</exception>
    public string Href(string name) => _hrefs[name];

    internal Asset? Find(string file) => _byFile.GetValueOrDefault(file)?.Value;

    private static IEnumerable<(string Source, string Built)> ReadManifest(string folder, string prefix)
    {
        using var manifest = File.OpenRead(Path.Combine(folder, "manifest.json"));
        return (JsonSerializer.Deserialize<Dictionary<string, string>>(manifest) ?? []).Select(name =>
            (prefix + name.Key, prefix + name.Value)
        );
    }

    private static Lazy<Asset> Open(string path) =>
        File.Exists(path) ? new(() => Asset.Read(path)) : throw new FileNotFoundException($"'{path}' is missing.", path);
}
