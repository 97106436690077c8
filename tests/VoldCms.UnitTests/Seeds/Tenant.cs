using System.Text.Json;

namespace VoldCms.UnitTests.Seeds;

/// <summary>One municipality as its setup recipe makes it: the recipe and all that it nests, in the order they run.</summary>
internal sealed class Tenant
{
    private Tenant(IReadOnlyList<JsonElement> steps)
    {
        Steps = steps;
        Definitions = new Definitions(steps);
        Items = [.. steps.Where(step => NameOf(step) == "content").SelectMany(step => step.GetProperty("data").EnumerateArray())];
    }

    public IReadOnlyList<JsonElement> Steps { get; }

    public Definitions Definitions { get; }

    /// <summary>The items of the content steps, without those inside bags and taxonomies.</summary>
    public IReadOnlyList<JsonElement> Items { get; }

    /// <summary>The items, and those inside them at any depth.</summary>
    public IEnumerable<JsonElement> AllItems => Items.SelectMany(item => Contained(item).Prepend(item));

    public static IEnumerable<string> SetupRecipes =>
        RepositoryFiles.Recipes.Where(path => RepositoryFiles.ReadRecipe(path).GetProperty("issetuprecipe").GetBoolean());

    public static Tenant Load(string setupRecipe)
    {
        var byName = RepositoryFiles
            .Recipes.Select(RepositoryFiles.ReadRecipe)
            .ToDictionary(recipe => recipe.GetProperty("name").GetString()!);
        return new Tenant([.. Flatten(RepositoryFiles.ReadRecipe(setupRecipe), byName)]);
    }

    public static string NameOf(JsonElement step) => step.GetProperty("name").GetString()!;

    private static IEnumerable<JsonElement> Flatten(JsonElement recipe, Dictionary<string, JsonElement> byName) =>
        recipe
            .GetProperty("steps")
            .EnumerateArray()
            .SelectMany(step =>
                NameOf(step) == "recipes"
                    ? step.GetProperty("Values").EnumerateArray().SelectMany(value => Flatten(byName[NameOf(value)], byName))
                    : [step]
            );

    private static IEnumerable<JsonElement> Contained(JsonElement item) =>
        from part in item.EnumerateObject()
        where part.Value.ValueKind == JsonValueKind.Object
        from property in part.Value.EnumerateObject()
        where property.Name is "ContentItems" or "Terms"
        from child in property.Value.EnumerateArray()
        from found in Contained(child).Prepend(child)
        select found;
}
