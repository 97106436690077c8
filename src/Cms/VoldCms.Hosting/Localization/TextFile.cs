using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;

namespace VoldCms.Hosting.Localization;

/// <summary>A PO file of texts, called by its culture: <c>nb.po</c>.</summary>
/// <param name="name">The file's name.</param>
/// <param name="origin">What an error calls it.</param>
/// <param name="open">Its bytes.</param>
internal sealed class TextFile(string name, string origin, Func<Stream> open)
{
    private const string Extension = ".po";

    // No language has so many words; a file of a gigabyte is somebody's mistake.
    private const long MaximumBytes = 16 * 1024 * 1024;

    /// <summary>As the file is called.</summary>
    public string Culture { get; } = Path.GetFileNameWithoutExtension(name);

    public static TextFile OfResource(EmbeddedFile file) => new(file.FileName, file.Origin, file.Open);

    /// <summary>The files of a folder, by name; none when there is no such folder.</summary>
    public static IEnumerable<TextFile> In(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFileSystemEntries(folder)
                .Where(path => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(path => new TextFile(Path.GetFileName(path), path, () => RegularFile.OpenRead(path)))
            : [];

    /// <exception cref="StartupException">The file cannot be read, is called by no language, or is wrong; one line.</exception>
    public PoFile Read()
    {
        if (Cultures.Find(Culture) is null)
        {
            throw new StartupException($"'{name}' is called by no language that is known here; expected a name such as nb.po, in {origin}");
        }

        try
        {
            using var stream = open();
            if (stream.Length > MaximumBytes)
            {
                throw new StartupException($"A file of texts has {stream.Length} bytes; expected at most {MaximumBytes}, in {origin}");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = PoReader.Read(bytes, origin);
            PoCheck.Check(file, Culture, origin);
            return file;
        }
        catch (PoSyntaxException problem)
        {
            throw new StartupException(problem.Message, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The texts cannot be read: {problem.Message}, in {origin}", problem);
        }
    }
}
