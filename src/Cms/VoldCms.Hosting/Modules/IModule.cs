using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Hosting.Modules;

/// <summary>
/// A room of the house: one public class a module. Its embedded <c>Recipes/*.recipe.json</c> and <c>Localization/*.po</c>
/// are found in its assembly and need no mention here.
/// </summary>
/// <remarks>One instance for the whole process, made at start; it holds no state of a tenant.</remarks>
public interface IModule
{
    /// <summary>Unique among the modules; the assembly's name.</summary>
    string Name => GetType().Assembly.GetName().Name ?? GetType().FullName ?? GetType().Name;

    /// <summary>Feature ids that recipes may enable and that this module stands for.</summary>
    ImmutableArray<string> Features => [];

    /// <summary>Permissions beside those about content.</summary>
    ImmutableArray<Permission> Permissions => [];

    /// <summary>Called once, before the application is built.</summary>
    void AddServices(IServiceCollection services) { }

    /// <summary>Called once, when the application is built. Razor Pages of the module's assembly are found without it.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
