using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Modules;

namespace VoldCms.Recipes.Reading;

/// <summary>Where a recipe is read from: a file on disk, or a resource embedded in a module. Immutable and thread-safe.</summary>
public abstract class RecipeSource
{
    /// <summary>How people know the file: its name, without the folders of this machine.</summary>
    public abstract string Label { get; }

    /// <summary>The same for two sources of the same recipe; told where the label alone would be ambiguous.</summary>
    public abstract string Location { get; }

    /// <summary>The files that the recipe may read.</summary>
    public abstract IRecipeFiles Files { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal abstract Stream Open();

    /// <summary>The recipe in a file; a relative path is read from the current folder.</summary>
    public static RecipeSource OfFile(string path) => new DiskRecipe(Path.GetFullPath(path));

    /// <summary>A recipe that a module brings in its assembly.</summary>
    public static RecipeSource OfResource(EmbeddedFile file) => new EmbeddedRecipe(file);

    private sealed class DiskRecipe(string path) : RecipeSource
    {
        public override string Label => Path.GetFileName(path);

        public override string Location => path;

        public override IRecipeFiles Files { get; } = new FolderFiles(Path.GetDirectoryName(path)!);

        internal override Stream Open() => RegularFile.OpenRead(path);
    }

    private sealed class EmbeddedRecipe(EmbeddedFile file) : RecipeSource
    {
        public override string Label => file.FileName;

        public override string Location => file.Origin;

        public override IRecipeFiles Files => new ResourceFiles(file.Assembly, file.ResourceName[..^file.FileName.Length]);

        internal override Stream Open() => file.Open();
    }
}
