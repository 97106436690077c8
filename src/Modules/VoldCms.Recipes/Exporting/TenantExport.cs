using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Steps;

namespace VoldCms.Recipes.Exporting;

/// <summary>
/// A tenant as a recipe that makes the same tenant of an empty one: features, settings, definitions, roles, kept steps and the
/// live versions of its content, drafts too. Accounts and files are a backup's affair. Scoped; reads with the scope's principal.
/// </summary>
public sealed class TenantExport(ITenantDocumentReader documents, ContentReader reader, TenantContext tenant)
{
    private const int PageSize = 500;

    /// <summary>The whole tenant, as far as the principal may read it.</summary>
    /// <returns>A recipe; or <see cref="Forbidden"/>, which names the permission, when the principal may not read drafts.</returns>
    public async Task<Result<JsonObject>> ExportAsync(CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync(tenant.Id, cancellationToken);
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

        steps.Add(content);
        return Recipe($"{tenant.Tenant.Name}Export", steps);

        JsonObject? Find(string name) => stored.Documents.TryGetValue(name, out var json) ? (JsonObject?)JsonNode.Parse(json) : null;
    }

    /// <summary>The content of some types alone.</summary>
    /// <returns>
    /// A recipe with one content step; or <see cref="NotFound"/> when a type is not defined; or <see cref="Forbidden"/> as
    /// <see cref="ExportAsync"/>.
    /// </returns>
    public async Task<Result<JsonObject>> ExportContentAsync(IReadOnlyList<string> contentTypes, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync(tenant.Id, cancellationToken);
        var model = TenantConfiguration.Read(stored.ConfigurationVersion, stored.Documents).Model;
        if (contentTypes.FirstOrDefault(type => model.FindType(type) is null) is { } unknown)
        {
            return new NotFound("export.unknown-type", $"There is no content type '{unknown}' in the tenant '{tenant.Tenant.Name}'.");
        }

        return (await ContentAsync(contentTypes, cancellationToken)).TryGet(out var content, out var error)
            ? Recipe($"{tenant.Tenant.Name}Content", [content])
            : error;
    }

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
                var query = new ContentQuery { ContentTypes = [.. contentTypes], State = state, Skip = skip, Take = PageSize };
                if (!(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error))
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

    private static JsonObject Recipe(string name, JsonArray steps) => new()
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
            step[key] = value?.DeepClone();
        }

        return step;
    }
}
