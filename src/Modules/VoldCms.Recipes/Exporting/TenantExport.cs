using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Steps;

namespace VoldCms.Recipes.Exporting;

/// <summary>What goes out.</summary>
/// <param name="Recipe">Data alone: every text in it means itself, to whoever runs it.</param>
/// <param name="LeftOut">What the tenant has and the recipe has not, a line each.</param>
public sealed record ExportedRecipe(JsonObject Recipe, ImmutableArray<string> LeftOut);

/// <summary>
/// A tenant as a recipe that makes the same tenant of an empty one: features, settings, definitions, roles, kept steps, files and the
/// live versions of its content, drafts too. The rest is a backup's affair. Scoped; reads with the scope's principal.
/// </summary>
public sealed class TenantExport
{
    private const int PageSize = 500;

    // Base64 makes four bytes of three, and a recipe of more than 64 MB is not read anywhere.
    private const long MaximumFileBytes = 24 * 1024 * 1024;

    private const string NeverExported =
        "Not in the export: accounts, keys of programs, history, the former addresses of pages. A backup has them.";

    private const string FilesAreNot = "Not in the export: the files of the media library. An export of the whole tenant has them.";

    private readonly ITenantDocumentReader _documents;
    private readonly ContentReader _reader;
    private readonly TenantContext _tenant;
    private readonly IMediaLibrary _media;

    internal TenantExport(ITenantDocumentReader documents, ContentReader reader, TenantContext tenant, IMediaLibrary media) =>
        (_documents, _reader, _tenant, _media) = (documents, reader, tenant, media);

    /// <summary>The whole tenant, as far as the principal may read it.</summary>
    /// <returns>A recipe; or <see cref="Forbidden"/>, which names the permission, when the principal may not read drafts.</returns>
    public async Task<Result<ExportedRecipe>> ExportAsync(CancellationToken cancellationToken)
    {
        var stored = await _documents.ReadAsync(_tenant.Id, cancellationToken);
        var configuration = TenantConfiguration.Read(stored.ConfigurationVersion, stored.Documents);
        var steps = new JsonArray();
        if (Find(FeatureStep.DocumentName) is { } features)
        {
            steps.Add(Step("feature", new() { ["enable"] = features["Enabled"]?.DeepClone() }));
        }

        steps.Add(Step("settings", configuration.Settings.ToJson()));
        // Features bring definitions along: replacing makes them exactly what they are here.
        steps.Add(Step("ReplaceContentDefinition", ContentDefinitionDocument.Write(configuration.Model.Definitions)));
        AddRoles(steps, configuration.Roles);
        foreach (var shape in KeptStep.Shapes.Where(shape => Find(KeptStep.DocumentName(shape.Name)) is not null))
        {
            steps.Add(Step(shape.Name, Find(KeptStep.DocumentName(shape.Name))!));
        }

        if (!(await ContentAsync([], cancellationToken)).TryGet(out var content, out var error))
        {
            return error;
        }

        var leftOut = ImmutableArray.CreateBuilder<string>();
        leftOut.Add(NeverExported);
        AddFiles(steps, leftOut);
        steps.Add(content);
        return new ExportedRecipe(Recipe($"{_tenant.Tenant.Name}Export", steps), leftOut.ToImmutable());

        JsonObject? Find(string name) => stored.Documents.TryGetValue(name, out var json) ? (JsonObject?)JsonNode.Parse(json) : null;
    }

    /// <summary>The content of some types alone.</summary>
    /// <returns>
    /// A recipe with one content step; or <see cref="NotFound"/> when a type is not defined; or <see cref="Forbidden"/> as
    /// <see cref="ExportAsync"/>.
    /// </returns>
    public async Task<Result<ExportedRecipe>> ExportContentAsync(IReadOnlyList<string> contentTypes, CancellationToken cancellationToken)
    {
        var stored = await _documents.ReadAsync(_tenant.Id, cancellationToken);
        var model = TenantConfiguration.Read(stored.ConfigurationVersion, stored.Documents).Model;
        if (contentTypes.FirstOrDefault(type => model.FindType(type) is null) is { } unknown)
        {
            return new NotFound("export.unknown-type", $"There is no content type '{unknown}' in the tenant '{_tenant.Tenant.Name}'.");
        }

        return (await ContentAsync(contentTypes, cancellationToken)).TryGet(out var content, out var error)
            ? new ExportedRecipe(
                Recipe($"{_tenant.Tenant.Name}Content", [content]),
                [NeverExported, .. Files().Count > 0 ? [FilesAreNot] : Array.Empty<string>()]
            )
            : error;
    }

    private void AddFiles(JsonArray steps, ImmutableArray<string>.Builder leftOut)
    {
        var (files, room, spellings) = (new JsonArray(), MaximumFileBytes, new MediaSpellings());
        foreach (var (path, size, _) in Files())
        {
            if (spellings.FindOther(path) is { } other)
            {
                leftOut.Add(
                    $"Not in the export: the file '{path}', for there is '{other}', which differs by case alone, and no recipe may bring "
                        + "both. A backup has it."
                );
            }
            else if (size > room)
            {
                leftOut.Add(
                    $"Not in the export: the file '{path}' ({size / 1024} kB); "
                        + $"all files together may be {MaximumFileBytes / 1024 / 1024} MB. A backup has it."
                );
            }
            else if (!MediaKinds.IsAllowed(path.Extension))
            {
                leftOut.Add($"Not in the export: the file '{path}', of a kind that no recipe may bring. A backup has it.");
            }
            else
            {
                room -= size;
                spellings.Add(path);
                files.Add(
                    new JsonObject { ["TargetPath"] = path.Value, ["Base64"] = Convert.ToBase64String(_media.Read(_tenant.Tenant, path)) }
                );
            }
        }

        leftOut.AddRange(
            _media
                .PassedOver(_tenant.Tenant)
                .Select(name =>
                    $"Not in the export: '{name}' in the media library's folder, which is a link, no regular file, or misnamed."
                )
        );
        if (files.Count > 0)
        {
            steps.Add(Step("media", new() { ["Files"] = files }));
        }
    }

    private IReadOnlyList<MediaFile> Files() => _media.List(_tenant.Tenant, MediaPath.Root, withSubfolders: true);

    // A role with a well-known name is given its defaults when it is made; said twice, it ends with what it has here.
    private static void AddRoles(JsonArray steps, Roles roles)
    {
        steps.Add(Step("Roles", roles.ToJson()));
        if (roles.All.Any(role => DefaultGrants.For(role.Name).Any(granted => !role.Permissions.Contains(granted))))
        {
            steps.Add(Step("Roles", roles.ToJson()));
        }
    }

    // Public versions first: a draft that comes after becomes the newest beside them.
    private async Task<Result<JsonObject>> ContentAsync(IReadOnlyList<string> contentTypes, CancellationToken cancellationToken)
    {
        var data = new JsonArray();
        foreach (var state in new[] { VersionState.Published, VersionState.Draft })
        {
            for (var skip = 0; ; skip += PageSize)
            {
                var query = new ContentQuery
                {
                    ContentTypes = [.. contentTypes],
                    State = state,
                    Skip = skip,
                    Take = PageSize,
                };
                if (!(await _reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
                {
                    return error;
                }

                foreach (var item in page.Items)
                {
                    data.Add(ContentItemJson.Write(item));
                }

                if (page.Items.Count < PageSize)
                {
                    break;
                }
            }
        }

        return Step("content", new() { ["data"] = data });
    }

    private static JsonObject Recipe(string name, JsonArray steps) =>
        new()
        {
            ["name"] = name,
            ["displayName"] = name,
            ["description"] = "",
            ["author"] = "",
            ["website"] = "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = true,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["steps"] = steps,
        };

    private static JsonObject Step(string name, JsonObject body)
    {
        var step = new JsonObject { ["name"] = name };
        foreach (var (key, value) in body)
        {
            step[key] = VerbatimText.Write(value);
        }

        return step;
    }
}
