using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Rules;
using VoldCms.Data.Model;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Security;
using VoldCms.Users.Accounts;
using VoldCms.Users.ApiKeys;
using VoldCms.Users.Recipes;

namespace VoldCms.Users;

/// <summary>Accounts: who may sign in to a tenant, with which roles. API keys: which programs may ask it.</summary>
public sealed class UsersModule : IModule
{
    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["OrchardCore.Users", "OrchardCore.Roles"];

    /// <inheritdoc/>
    public ImmutableArray<Permission> Permissions =>
        [
            new("ManageUsers", "Manage users"),
            new("View Users", "View users", ["ManageUsers", "EditUsers"]),
            new("EditUsers", "Edit users", ["ManageUsers"]),
            new("AssignRoleToUsers", "Give roles to users", ["ManageUsers"]),
            ApiKeyStore.ManageApiKeys,
        ];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IModelContribution, AccountsModel>();
        services.AddSingleton<IModelContribution, ApiKeysModel>();
        services.AddScoped<AccountStore>();
        services.AddScoped<IReferenceTargets, UserReferences>();
        services.AddScoped<ApiKeyStore>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<ApiKeyUse>();
        services.AddScoped<IRequestAuthenticator, ApiKeyAuthenticator>();
        services.AddScoped<IRecipeStep, UsersStep>();
    }
}
