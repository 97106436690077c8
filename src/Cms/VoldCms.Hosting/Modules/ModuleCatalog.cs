using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Hosting.Modules;

/// <summary>All modules of the process and what they bring. Singleton, immutable.</summary>
public sealed class ModuleCatalog
{
    private readonly FrozenSet<string> _features;

    /// <param name="modules">In the host's order; texts of a later module win.</param>
    /// <exception cref="ArgumentException">Two modules have the same name.</exception>
    public ModuleCatalog(IEnumerable<IModule> modules)
    {
        Modules = [.. modules];
        if (
            Modules.GroupBy(module => module.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
        )
        {
            throw new ArgumentException($"The module '{twice.Key}' is registered twice.", nameof(modules));
        }

        Assemblies = [.. Modules.Select(module => module.GetType().Assembly).Distinct()];
        Recipes = [.. Assemblies.SelectMany(assembly => EmbeddedFile.In(assembly, "Recipes", ".recipe.json"))];
        Permissions = [.. ContentPermissions.All, .. Modules.SelectMany(module => module.Permissions)];
        _features = Modules.SelectMany(module => module.Features).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The modules, in the order they were added.</summary>
    public ImmutableArray<IModule> Modules { get; }

    /// <summary>The modules' recipes, in the modules' order and then by name.</summary>
    public ImmutableArray<EmbeddedFile> Recipes { get; }

    /// <summary>Every permission there is.</summary>
    public ImmutableArray<Permission> Permissions { get; }

    /// <summary>The modules' assemblies in their order.</summary>
    internal ImmutableArray<Assembly> Assemblies { get; }

    /// <summary>Whether some module stands for that feature id; ignoring case.</summary>
    public bool HasFeature(string id) => _features.Contains(id);
}
