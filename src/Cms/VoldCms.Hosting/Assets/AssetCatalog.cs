using System.Collections.Frozen;
using System.Text.Json;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Assets;

/// <summary>
/// The built style sheets, scripts and pictures, held in memory with their compressed forms. Names carry a hash of the
/// content, so browsers keep them for good. Singleton, immutable.
/// </summary>
public sealed class AssetCatalog
{
    /// <summary>The first segment of the assets' addresses.</summary>
    public const string Root = "/assets";

    private readonly FrozenDictionary<string, Asset> _byFile;
    private readonly FrozenDictionary<string, string> _hrefs;

    private AssetCatalog(FrozenDictionary<string, Asset> byFile, FrozenDictionary<string, string> hrefs)
    {
        _byFile = byFile;
        _hrefs = hrefs;
    }

    /// <summary>Reads <c>manifest.json</c> (source name to built name) and the files that it lists.</summary>
    /// <exception cref="StartupException">The manifest, or a file of it, is not there.</exception>
    public static AssetCatalog Load(string folder)
    {
        try
        {
            using var manifest = File.OpenRead(Path.Combine(folder, "manifest.json"));
            var names = JsonSerializer.Deserialize<Dictionary<string, string>>(manifest) ?? [];
            return new(
                names.Values.ToFrozenDictionary(name => name, name => Asset.Read(Path.Combine(folder, name))),
                names.ToFrozenDictionary(pair => pair.Key, pair => $"{Root}/{pair.Value}"));
        }
        catch (IOException problem)
        {
            throw new StartupException($"The built front end is not in '{folder}' ({problem.Message}); expected the build to have made it.", problem);
        }
    }

    /// <summary>The address of an asset by its source name, such as <c>site.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">The build made no such asset.</exception>
    public string Href(string name) => _hrefs[name];

    internal Asset? Find(string file) => _byFile.GetValueOrDefault(file);
}
