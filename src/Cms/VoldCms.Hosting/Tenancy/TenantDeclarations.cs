using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// The section <c>Tenants</c>: a list of <c>Name</c>, <c>Prefix</c> and/or <c>Hosts</c>, <c>Recipe</c>. Singleton, immutable.
/// </summary>
public sealed class TenantDeclarations
{
    /// <summary>What may stand below <c>Tenants</c>, for <see cref="SettingsSection"/>.</summary>
    internal static readonly string[] KnownKeys = ["N:Name", "N:Prefix", "N:Hosts:N", "N:Recipe"];

    private TenantDeclarations(ImmutableArray<TenantDeclaration> all) => All = all;

    /// <summary>In the order given.</summary>
    public ImmutableArray<TenantDeclaration> All { get; }

    /// <summary>Whether a tenant of that name is declared, ignoring case.</summary>
    public bool Names(string tenant) => All.Any(declared => declared.Name.Equals(tenant, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="StartupException">A declaration is wrong; the message says which, what, and what was expected.</exception>
    public static TenantDeclarations Read(IConfiguration configuration)
    {
        var declarations = ImmutableArray.CreateBuilder<TenantDeclaration>();
        foreach (var section in configuration.GetSection("Tenants").GetChildren())
        {
            var declaration = ReadOne(section);
            if (declarations.FirstOrDefault(other => Collide(other, declaration)) is { } other)
            {
                throw new StartupException(
                    $"{section.Path}: the tenant '{declaration.Name}' has the same name, "
                        + $"prefix or host as '{other.Name}'; expected each to be used once."
                );
            }

            declarations.Add(declaration);
        }

        return new(declarations.ToImmutable());
    }

    private static TenantDeclaration ReadOne(IConfigurationSection section)
    {
        var name = section["Name"] ?? "";
        var prefix = section["Prefix"] is { Length: > 0 } given ? given : null;
        ImmutableArray<string> hosts = [.. section.GetSection("Hosts").GetChildren().Select(host => host.Value ?? "")];
        var recipe = section["Recipe"] ?? "";
        if (recipe.Length == 0)
        {
            throw new StartupException($"{section.Path}:Recipe is missing; expected the name of the recipe that sets the tenant up.");
        }

        if (TenantNaming.FindProblem(name, prefix, hosts) is { } problem)
        {
            throw new StartupException($"{section.Path}: {problem}");
        }

        return new(name, prefix, hosts, recipe);
    }

    private static bool Collide(TenantDeclaration one, TenantDeclaration other) =>
        string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase)
        || (
            string.Equals(one.Prefix, other.Prefix, StringComparison.OrdinalIgnoreCase)
            && (one.Hosts.IsEmpty ? other.Hosts.IsEmpty : one.Hosts.Intersect(other.Hosts, StringComparer.OrdinalIgnoreCase).Any())
        );
}
