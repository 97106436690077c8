using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Presentation.Admin;

/// <summary>A page of the admin that its menu leads to. Immutable.</summary>
/// <param name="Path">Below the tenant's start page; empty for that itself.</param>
/// <param name="Text">The English wording of its name in the menu: a key of the interface's texts.</param>
/// <param name="Order">Among the others, lowest first.</param>
/// <param name="Permission">Who may open it; null for everybody who works there.</param>
public sealed record AdminPage(string Path, string Text, int Order, Permission? Permission = null);

/// <summary>How a module adds its pages to the menu.</summary>
public static class AdminPageRegistration
{
    /// <summary>Adds a page to the menu of every tenant's admin.</summary>
    public static IServiceCollection AddAdminPage(this IServiceCollection services, AdminPage page) => services.AddSingleton(page);
}
