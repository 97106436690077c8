using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Recipes.Reading;

/// <summary>
/// The files beside a recipe on disk: everything below its folder, and below the folder <c>wwwroot</c> next to it, where
/// Orchard Core's themes keep the pictures that their recipes name. Nothing else can be reached, not by <c>..</c>, not by a
/// root, not by a link.
/// </summary>
internal sealed class FolderFiles(string folder) : IRecipeFiles
{
    private readonly string[] _roots = [Close(folder), Close(Path.Combine(folder, "..", "wwwroot"))];

    public Stream Open(string relativePath)
    {
        var path = relativePath.Replace('\\', '/');
        if (path.Length == 0 || path[0] == '/' || path.Contains(':') || path.Contains('\0'))
        {
            throw Outside(relativePath);
        }

        var full = Path.GetFullPath(Path.Combine(folder, path));
        if (!IsInside(full))
        {
            throw Outside(relativePath);
        }

        var file = new FileInfo(full);
        if (!file.Exists)
        {
            throw new RecipeFaultException("", $"there is no file '{relativePath}' beside the recipe");
        }

        // A link inside the folder must not lead out of it, whether the file or a folder on the way is the link.
        if (!IsInside(RealPath(file)))
        {
            throw Outside(relativePath);
        }

        return RegularFile.IsAt(full)
            ? file.OpenRead()
            : throw new RecipeFaultException("", $"'{relativePath}' is no regular file; expected a file beside the recipe");
    }

    private bool IsInside(string full) => _roots.Any(root => full.StartsWith(root, StringComparison.Ordinal));

    private string RealPath(FileInfo file)
    {
        FileSystemInfo? at = file;
        while (at is not null && !_roots.Contains(Close(at.FullName), StringComparer.Ordinal))
        {
            if (at.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                return Path.GetFullPath(Path.Combine(target.FullName, Path.GetRelativePath(at.FullName, file.FullName)));
            }

            at = at is FileInfo leaf ? leaf.Directory : ((DirectoryInfo)at).Parent;
        }

        return file.FullName;
    }

    private static string Close(string path) => Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    private static RecipeFaultException Outside(string path) =>
        new("", $"'{path}' leads out of the recipe's folder; expected a path below it");
}
