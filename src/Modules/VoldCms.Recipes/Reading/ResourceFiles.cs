using System.Reflection;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Reading;

/// <summary>The files embedded beside a module's recipe.</summary>
internal sealed class ResourceFiles(Assembly assembly, string prefix) : IRecipeFiles
{
    public Stream Open(string relativePath) =>
        assembly.GetManifestResourceStream(prefix + relativePath.Replace('\\', '/').Replace('/', '.'))
        ?? throw new RecipeFaultException("", $"there is no file '{relativePath}' beside the recipe");
}
