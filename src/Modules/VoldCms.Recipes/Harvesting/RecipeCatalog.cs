using System.Collections.Immutable;
using VoldCms.ContentManagement.Results;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Harvesting;

/// <summary>
/// The recipes that can be named, found in folders and in modules. A snapshot: a new one is made for each run. Immutable and
/// thread-safe.
/// </summary>
public sealed class RecipeCatalog
{
    private readonly ImmutableArray<Tier> _tiers;

    private RecipeCatalog(ImmutableArray<Tier> tiers) => _tiers = tiers;

    /// <summary>Every recipe that could be read and has a name, nearest first.</summary>
    public IEnumerable<RecipeDocument> All => _tiers.SelectMany(tier => tier.Recipes);

    /// <summary>Why files that look like recipes could not be read, one line each.</summary>
    public IEnumerable<string> Unreadable => _tiers.SelectMany(tier => tier.Unreadable);

    /// <summary>
    /// Reads all sources.
    /// </summary>
    /// <param name="nearest">Where a name is looked for first: the folder of the recipe that was given as a file; null when none
    /// was.</param>
    /// <param name="common">The configured folders' and the modules' recipes.</param>
    /// <param name="maximumBytes">See <see cref="RecipeReadingOptions.MaximumBytes"/>.</param>
    public static RecipeCatalog Harvest(IEnumerable<RecipeSource>? nearest, IEnumerable<RecipeSource> common, int maximumBytes) =>
        new([.. new[] { nearest, common }.OfType<IEnumerable<RecipeSource>>().Select(sources => Tier.Read(sources, maximumBytes))]);

    /// <summary>The <c>*.recipe.json</c> files of a folder, by name; none when there is no such folder.</summary>
    public static IEnumerable<RecipeSource> FilesOf(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.recipe.json").Order(StringComparer.Ordinal).Select(RecipeSource.OfFile)
            : [];

    /// <summary>The recipe of that name; refused when there is none or more than one.</summary>
    public Result<RecipeDocument> Find(string name)
    {
        foreach (var tier in _tiers)
        {
            var found = tier
                .Recipes.Where(recipe => string.Equals(recipe.Descriptor.Name, name, StringComparison.OrdinalIgnoreCase))
                .ToList();
            if (found.Count == 1)
            {
                return found[0];
            }

            if (found.Count > 1)
            {
                return new Conflict(
                    "recipe.name-twice",
                    $"the name '{name}' is used by {found.Count} "
                        + $"recipes: {string.Join(", ", found.Select(recipe => recipe.Source.Location))}; expected one"
                );
            }
        }

        var unreadable = Unreadable.FirstOrDefault();
        return new NotFound(
            "recipe.not-found",
            $"there is no recipe named '{name}'" + (unreadable is null ? "" : $" (a file could not be read: {unreadable})")
        );
    }

    private sealed record Tier(ImmutableArray<RecipeDocument> Recipes, ImmutableArray<string> Unreadable)
    {
        public static Tier Read(IEnumerable<RecipeSource> sources, int maximumBytes)
        {
            var recipes = ImmutableArray.CreateBuilder<RecipeDocument>();
            var unreadable = ImmutableArray.CreateBuilder<string>();
            foreach (var source in sources.DistinctBy(source => source.Location, StringComparer.Ordinal))
            {
                if (!RecipeReader.Read(source, maximumBytes).TryGet(out var recipe, out var error))
                {
                    unreadable.Add(error.Message);
                }
                else if (recipe.Descriptor.Name.Length > 0)
                {
                    recipes.Add(recipe);
                }
            }

            return new(recipes.ToImmutable(), unreadable.ToImmutable());
        }
    }
}
