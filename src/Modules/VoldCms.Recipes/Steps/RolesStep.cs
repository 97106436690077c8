using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Hosting.Modules;

namespace VoldCms.Recipes.Steps;

/// <summary><c>Roles</c>: makes and changes roles; grants that no module knows are kept with a warning.</summary>
internal sealed class RolesStep(ChangeRoles change, ModuleCatalog modules) : IRecipeStep
{
    private readonly FrozenSet<string> _known = modules
        .Permissions.Concat(SitePermissions.All)
        .Select(permission => permission.Name)
        .ToFrozenSet(StringComparer.Ordinal);

    public string Name => "Roles";

    public void Check(RecipeStepCheck check)
    {
        foreach (var element in check.Body.ReadEach("Roles"))
        {
            ReadRole(element);
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        foreach (var element in context.Body.ReadEach("Roles"))
        {
            var role = ReadRole(element);
            var unknown = role.Permissions.Where(permission => !IsKnown(permission)).ToList();
            if (unknown.Count > 0)
            {
                context.Body.Warn(
                    $"{element.Path}.Permissions",
                    $"nobody knows {string.Join(", ", unknown)}, here or on Orchard Core; kept for the role '{role.Name}'"
                );
            }

            var configuration = await context.Work.GetConfigurationAsync(cancellationToken);
            var known = configuration.Roles.Find(role.Name);
            if (known is not null && IsAsCreated(known, role))
            {
                context.Report.Add(RecipeOutcome.Same, element.Path, $"role {role.Name}");
                continue;
            }

            var result = await change.RunAsync(context.Work, [role], cancellationToken);
            var outcome = ChangeOutcome.Of(result, element.Path);
            context.Report.Add(known is null ? RecipeOutcome.Created : outcome, element.Path, $"role {role.Name}");
        }
    }

    // A new role gets its well-known grants beside the given ones. Replacing those in a rerun, as Orchard Core does, would
    // take them away from a role that nobody has touched.
    private static bool IsAsCreated(Role known, RoleChange given) =>
        given.Behavior == PermissionBehavior.Replace
        && (given.Description is null || given.Description == known.Description)
        && known.Permissions.SetEquals(given.Permissions.Concat(DefaultGrants.For(given.Name)));

    // Permissions on one content type are made from the general ones by name: Publish_Plan from PublishContent.
    private bool IsKnown(string permission)
    {
        var type = permission.IndexOf('_');
        return _known.Contains(permission)
            || PermissionNames.IsKnown(permission)
            || (type > 0 && (_known.Contains($"{permission[..type]}Content") || _known.Contains(permission[..type])));
    }

    private static RoleChange ReadRole(RecipeElement element) =>
        new(
            StepShape.GetText(element.Json, "Name", element.Path),
            StepShape.FindText(element.Json, "Description", element.Path),
            [.. StepShape.ReadTexts(element.Json, "Permissions", element.Path)],
            ReadBehavior(element.Json.FindIgnoringCase("PermissionBehavior"), element.Path)
        );

    private static PermissionBehavior ReadBehavior(JsonNode? node, string path)
    {
        var word =
            node is null ? ""
            : node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? node.ToString()
            : null;
        return word is { Length: 0 } ? PermissionBehavior.Replace
            : Enum.TryParse<PermissionBehavior>(word, ignoreCase: true, out var behavior) && Enum.IsDefined(behavior) ? behavior
            : throw new RecipeFaultException(
                $"{path}.PermissionBehavior",
                $"is {word ?? JsonShape.Describe(node)}; expected Replace, Add or Remove"
            );
    }
}
