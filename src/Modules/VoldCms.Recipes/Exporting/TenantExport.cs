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

    /// <summary>The whole tenant.</summary>
    public async Task<JsonObject> ExportAsync(CancellationToken cancellationToken)
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

        steps.Add(await ContentAsync([], cancellationToken));
        return Recipe($"{tenant.Tenant.Name}Export", steps);

        JsonObject? Find(string name) => stored.Documents.TryGetValue(name, out var json) ? (JsonObject?)JsonNode.Parse(json) : null;
    }

    /// <summary>The content of some types alone.</summary>
    /// <returns>A recipe with one content step; or <see cref="NotFound"/> when a type is not defined.</returns>
    public async Task<Result<JsonObject>> ExportContentAsync(IReadOnlyList<string> contentTypes, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync(tenant.Id, cancellationToken);
        var model = TenantConfiguration.Read(stored.ConfigurationVersion, stored.Documents).Model;
        return contentTypes.FirstOrDefault(type => model.FindType(type) is null) is { } unknown
            ? new NotFound("export.unknown-type", $"There is no content type '{unknown}' in the tenant '{tenant.Tenant.Name}'.")
            : Recipe($"{tenant.Tenant.Name}Content", [await ContentAsync(contentTypes, cancellationToken)]);
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
    private async Task<JsonObject> ContentAsync(IReadOnlyList<string> contentTypes, CancellationToken cancellationToken)
    {
        var data = new JsonArray();
        foreach (var state in new[] { VersionState.Published, VersionState.Draft })
        {
            for (var skip = 0; ; skip += PageSize)
            {
                var page = await reader.ListAsync(
                    new ContentQuery { ContentTypes = [.. contentTypes], State = state, Skip = skip, Take = PageSize }, cancellationToken);
                foreach (var item in page.Value.Items)
                {
                    data.Add(ContentItemJson.Write(item));
                }

                if (page.Value.Items.Count < PageSize)
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
