using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>Our recipes stay portable: they use only what Orchard Core 3.0 knows, besides the few names that are ours.</summary>
public sealed class RecipeNamesTests
{
    public static TheoryData<string> Recipes => [.. RepositoryFiles.Recipes];

    private static readonly HashSet<string> s_ourParts =
    [
        .. RepositoryFiles
            .Recipes.SelectMany(path => Steps(path, "ContentDefinition"))
            .SelectMany(step => step.GetProperty("ContentParts").EnumerateArray())
            .Select(part => part.GetProperty("Name").GetString()!),
    ];

    private static readonly HashSet<string> s_ourTypes =
    [
        .. RepositoryFiles
            .Recipes.SelectMany(path => Steps(path, "ContentDefinition"))
            .SelectMany(step => step.GetProperty("ContentTypes").EnumerateArray())
            .Select(type => type.GetProperty("Name").GetString()!),
    ];

    [Fact]
    public void Each_recipe_has_a_name_of_its_own() =>
        Assert.Equal(
            RepositoryFiles.Recipes.Count,
            RepositoryFiles.Recipes.Select(path => Tenant.NameOf(RepositoryFiles.ReadRecipe(path))).Distinct().Count()
        );

    public static TheoryData<string> SetupRecipes => [.. Tenant.SetupRecipes];

    // On Orchard Core a setting means something only to a feature that is there: localization settings before it are lost.
    [Theory, MemberData(nameof(SetupRecipes))]
    public void Features_come_first_and_settings_before_all_content(string recipe)
    {
        var steps = Tenant.Load(recipe).Steps.Select(Tenant.NameOf).ToList();

        Assert.Equal("feature", steps[0]);
        Assert.True(steps.LastIndexOf("feature") < steps.IndexOf("settings"), string.Join(", ", steps));
        Assert.True(steps.IndexOf("settings") < steps.IndexOf("content"), string.Join(", ", steps));
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Only_stock_steps_are_used(string recipe)
    {
        var steps = RepositoryFiles.ReadRecipe(recipe).GetProperty("steps").EnumerateArray().Select(Tenant.NameOf);

        Assert.Empty(steps.Except(OrchardCoreNames.Steps));
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Only_stock_features_are_enabled(string recipe)
    {
        var features = Steps(recipe, "feature")
            .SelectMany(step => step.GetProperty("enable").EnumerateArray())
            .Select(id => id.GetString()!);

        Assert.Empty(features.Except(OrchardCoreNames.Features));
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Only_stock_settings_are_set(string recipe)
    {
        var keys = Steps(recipe, "settings")
            .SelectMany(step => step.EnumerateObject())
            .Select(property => property.Name)
            .Where(key => key != "name");

        Assert.Empty(keys.Except(OrchardCoreNames.Settings));
    }

    // Orchard Core keeps what it does not know, and grants nothing by it.
    private static readonly string[] s_ourPermissions = ["ViewInternalContent", "TranslateContent"];

    [Theory, MemberData(nameof(Recipes))]
    public void Only_known_permissions_are_granted(string recipe)
    {
        var granted = Steps(recipe, "Roles")
            .SelectMany(step => step.GetProperty("Roles").EnumerateArray())
            .SelectMany(role => role.GetProperty("Permissions").EnumerateArray())
            .Select(permission => permission.GetString()!);

        Assert.DoesNotContain(
            granted,
            permission =>
                !OrchardCoreNames.Permissions.Contains(permission)
                && !s_ourPermissions.Contains(permission)
                && !OrchardCoreNames.PermissionsOfAType.Any(prefix =>
                    permission.StartsWith(prefix, StringComparison.Ordinal) && s_ourTypes.Contains(permission[prefix.Length..])
                )
        );
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Anonymous_readers_write_nothing(string recipe)
    {
        var granted = Steps(recipe, "Roles")
            .SelectMany(step => step.GetProperty("Roles").EnumerateArray())
            .Where(role => role.GetProperty("Name").GetString() == "Anonymous")
            .SelectMany(role => role.GetProperty("Permissions").EnumerateArray())
            .Select(permission => permission.GetString()!);

        Assert.Empty(granted.Except(["ViewContent", "ExecuteGraphQL", "AccessContentApi", "ExecuteApiAll"]));
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Types_are_made_of_stock_parts_and_ours(string recipe)
    {
        var parts = Steps(recipe, "ContentDefinition")
            .SelectMany(step => step.GetProperty("ContentTypes").EnumerateArray())
            .SelectMany(type => type.GetProperty("ContentTypePartDefinitionRecords").EnumerateArray())
            .Select(record => record.GetProperty("PartName").GetString()!);

        Assert.Empty(parts.Except(OrchardCoreNames.Parts).Except(s_ourParts));
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Parts_are_made_of_stock_fields_and_stock_editors(string recipe)
    {
        var fields = Fields(recipe).ToList();

        Assert.Empty(fields.Select(field => field.GetProperty("FieldName").GetString()!).Except(OrchardCoreNames.Fields.Keys));
        Assert.Empty(
            fields
                .Select(field => field.GetProperty("Settings").GetProperty("ContentPartFieldSettings"))
                .Where(settings => settings.TryGetProperty("Editor", out _))
                .Select(settings => settings.GetProperty("Editor").GetString()!)
                .Except(OrchardCoreNames.Editors)
                .Except(OrchardCoreNames.OurEditors)
        );
    }

    [Theory, MemberData(nameof(Recipes))]
    public void No_type_part_or_field_bears_a_reserved_or_malformed_name(string recipe)
    {
        var definitions = Steps(recipe, "ContentDefinition").ToList();
        var names = definitions
            .SelectMany(step => step.GetProperty("ContentTypes").EnumerateArray())
            .Concat(definitions.SelectMany(step => step.GetProperty("ContentParts").EnumerateArray()))
            .Concat(Fields(recipe))
            .Select(record => record.GetProperty("Name").GetString()!);

        Assert.DoesNotContain(
            names,
            name => OrchardCoreNames.Reserved.Contains(name) || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit)
        );
    }

    [Theory, MemberData(nameof(Recipes))]
    public void Definitions_use_only_known_settings(string recipe)
    {
        var definitions = Steps(recipe, "ContentDefinition").ToList();
        var types = definitions.SelectMany(step => step.GetProperty("ContentTypes").EnumerateArray()).ToList();
        var records = types
            .Concat(types.SelectMany(type => type.GetProperty("ContentTypePartDefinitionRecords").EnumerateArray()))
            .Concat(definitions.SelectMany(step => step.GetProperty("ContentParts").EnumerateArray()))
            .Concat(Fields(recipe));
        var used = records
            .SelectMany(record => record.GetProperty("Settings").EnumerateObject())
            .SelectMany(settings => settings.Value.EnumerateObject().Select(key => $"{settings.Name}.{key.Name}").Prepend(settings.Name))
            .Distinct();
        var known = OrchardCoreNames
            .DefinitionSettings.Concat(OrchardCoreNames.OurDefinitionSettings)
            .SelectMany(settings => settings.Value.Select(key => $"{settings.Key}.{key}").Prepend(settings.Key));

        Assert.Empty(used.Except(known));
    }

    private static IEnumerable<JsonElement> Steps(string recipe, string name) =>
        RepositoryFiles.ReadRecipe(recipe).GetProperty("steps").EnumerateArray().Where(step => Tenant.NameOf(step) == name);

    private static IEnumerable<JsonElement> Fields(string recipe) =>
        Steps(recipe, "ContentDefinition")
            .SelectMany(step => step.GetProperty("ContentParts").EnumerateArray())
            .SelectMany(part => part.GetProperty("ContentPartFieldDefinitionRecords").EnumerateArray());
}
