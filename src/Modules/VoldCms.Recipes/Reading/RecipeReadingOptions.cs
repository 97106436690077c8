using System.ComponentModel.DataAnnotations;

namespace VoldCms.Recipes.Reading;

/// <summary>Where recipes lie and how large one may be. Section <c>Recipes</c>.</summary>
public sealed class RecipeReadingOptions
{
    /// <summary>Folders whose <c>*.recipe.json</c> files can be named by tenants and by other recipes; not searched recursively.</summary>
    /// <value>The folder <c>recipes</c> beside the application unless configured.</value>
    public IList<string> Directories { get; } = [];

    /// <summary>The largest recipe that is read, and the largest that a script of one may unpack or put together, in bytes.</summary>
    /// <value>64 MB unless configured.</value>
    [Range(1024, 1024L * 1024 * 1024)]
    public int MaximumBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How deep objects and lists may lie in each other. Not configurable: what is stored must be readable by every JSON reader
    /// at its default, Orchard Core's too.
    /// </summary>
    public const int MaximumDepth = 64;
}
