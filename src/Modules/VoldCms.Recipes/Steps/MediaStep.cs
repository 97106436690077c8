using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// <c>media</c>: files beside the recipe, or base64 in it. All are read and checked before the first is written. Nothing is
/// fetched from other machines.
/// </summary>
internal sealed class MediaStep(IMediaLibrary library, TenantContext tenant, IOptions<RecipeReadingOptions> options) : IRecipeStep
{
    public string Name => "media";

    public void Check(RecipeStepCheck check)
    {
        foreach (var element in check.Body.ReadEach("Files"))
        {
            Read(element, check.Body);
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        CheckPlaces(context.Body);
        foreach (var element in context.Body.ReadEach("Files"))
        {
            if (Read(element, context.Body) is not { } file)
            {
                continue;
            }

            var outcome = Compare(file);
            if (
                outcome != RecipeOutcome.Same
                && !context.Mode.IsDryRun
                && !await library.TryWriteAsync(tenant.Tenant, file.Path, file.Content, cancellationToken)
            )
            {
                throw NoPlace(element, file.Path, library.FindObstacle(tenant.Tenant, file.Path) ?? "something has taken its place");
            }

            context.Report.Add(outcome, element.Path, $"file {file.Path}");
        }
    }

    // Of the whole step before its first file: what is written is not taken back.
    private void CheckPlaces(RecipeBody body)
    {
        var given = body.ReadEach("Files").Select(element => (Element: element, Path: ReadPath(element))).ToList();
        var files = given.Select(file => file.Path).ToHashSet();
        var folders = given.SelectMany(file => file.Path.Above).ToHashSet();
        var spellings = new MediaSpellings();
        foreach (var (element, path) in given)
        {
            if (library.FindObstacle(tenant.Tenant, path) is { } obstacle)
            {
                throw NoPlace(element, path, obstacle);
            }

            if (folders.Contains(path))
            {
                throw NoPlace(element, path, "the step has a file below it");
            }

            if (path.Above.FirstOrDefault(files.Contains) is var file && file != MediaPath.Root)
            {
                throw NoPlace(element, path, $"the step has a file '{file}'");
            }

            // Where both are there from before, writing over them makes nothing worse.
            if (spellings.FindOther(path) is { } other && library.Find(tenant.Tenant, path) is null)
            {
                throw NoPlace(element, path, $"the step has '{other}' too, which differs by case alone");
            }

            spellings.Add(path);
        }
    }

    private static RecipeFaultException NoPlace(RecipeElement element, MediaPath path, string obstacle) =>
        new(element.Path, $"'{path}' cannot be written: {obstacle}");

    private RecipeOutcome Compare(NewFile file) =>
        library.Find(tenant.Tenant, file.Path) is not { } there ? RecipeOutcome.Created
        : there.Length == file.Content.Length && library.Read(tenant.Tenant, file.Path).AsSpan().SequenceEqual(file.Content)
            ? RecipeOutcome.Same
        : RecipeOutcome.Updated;

    private NewFile? Read(RecipeElement element, RecipeBody body)
    {
        var path = ReadPath(element);
        var key = PathKey(element);
        var extension = path.Extension;
        if (!MediaKinds.IsAllowed(extension))
        {
            throw new RecipeFaultException(
                $"{element.Path}.{key}",
                $"'{path}' has the extension '{extension}'; expected a picture, sound, film or document"
            );
        }

        if (ReadContent(element, body) is not { } content)
        {
            return null;
        }

        if (MediaKinds.IsActive(extension, content))
        {
            throw new RecipeFaultException(
                $"{element.Path}.{key}",
                $"'{path}' holds a script or an outside document; expected a plain drawing"
            );
        }

        if (MediaKinds.LooksWrong(extension, content))
        {
            body.Warn(
                $"{element.Path}.{key}",
                $"'{path}' does not begin as a {extension} file does; it is stored, and served as nothing else"
            );
        }

        return new(path, content);
    }

    private byte[]? ReadContent(RecipeElement element, RecipeBody body)
    {
        if (StepShape.FindText(element.Json, "Base64", element.Path) is { Length: > 0 } base64)
        {
            var bytes = new byte[base64.Length];
            return Convert.TryFromBase64String(base64, bytes, out var length)
                ? bytes[..length]
                : throw new RecipeFaultException($"{element.Path}.Base64", "is not base64");
        }

        if (StepShape.FindText(element.Json, "SourcePath", element.Path) is { Length: > 0 } source)
        {
            return ReadFile(source, element, body);
        }

        if (StepShape.FindText(element.Json, "SourceUrl", element.Path) is { Length: > 0 })
        {
            body.Warn($"{element.Path}.SourceUrl", "files are not fetched from other machines; the file is skipped");
            return null;
        }

        throw new RecipeFaultException(element.Path, "says not where the file is; expected Base64 or SourcePath");
    }

    private byte[] ReadFile(string source, RecipeElement element, RecipeBody body)
    {
        try
        {
            using var stream = body.Files.Open(source);
            if (stream.Length > options.Value.MaximumBytes)
            {
                throw new RecipeFaultException("", $"'{source}' is {stream.Length} bytes; expected at most {options.Value.MaximumBytes}");
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (RecipeFaultException fault)
        {
            throw new RecipeFaultException($"{element.Path}.SourcePath", fault.Message);
        }
    }

    private static string PathKey(RecipeElement element) =>
        StepShape.FindText(element.Json, "TargetPath", element.Path) is null ? "Path" : "TargetPath";

    private static MediaPath ReadPath(RecipeElement element)
    {
        var given = StepShape.FindText(element.Json, PathKey(element), element.Path);
        return MediaPath.TryParse(given, out var path)
            ? path
            : throw new RecipeFaultException(
                $"{element.Path}.TargetPath",
                $"'{FirstCharacters(given ?? "")}' is no place for a file; expected a relative path such as 'plan/forside.jpg'"
            );
    }

    private static string FirstCharacters(string path) => path.Length <= 80 ? path : path[..77] + "...";

    private sealed record NewFile(MediaPath Path, byte[] Content);
}
