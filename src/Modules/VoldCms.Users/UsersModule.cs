using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Data.Model;
using VoldCms.Hosting.Modules;
using VoldCms.Users.Accounts;
using VoldCms.Users.Recipes;

namespace VoldCms.Users;

/// <summary>Accounts: who may sign in to a tenant, with which roles.</summary>
public sealed class UsersModule : IModule
{
    public ImmutableArray<string> Features => ["OrchardCore.Users", "OrchardCore.Roles"];

    public ImmutableArray<Permission> Permissions =>
    [
        new("ManageUsers", "Manage users"),
        new("View Users", "View users", ["ManageUsers", "EditUsers"]),
        new("EditUsers", "Edit users", ["ManageUsers"]),
        new("AssignRoleToUsers", "Give roles to users", ["ManageUsers"]),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IModelContribution, AccountsModel>();
        services.AddScoped<AccountStore>();
        services.AddScoped<IRecipeStep, UsersStep>();
    }
}
