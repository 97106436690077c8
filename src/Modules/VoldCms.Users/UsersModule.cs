using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Rules;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Security;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Admin;
using VoldCms.Users.Accounts;
using VoldCms.Users.ApiKeys;
using VoldCms.Users.Door;
using VoldCms.Users.Links;
using VoldCms.Users.Mail;
using VoldCms.Users.Passkeys;
using VoldCms.Users.People;
using VoldCms.Users.Recipes;
using VoldCms.Users.SignIn;

namespace VoldCms.Users;

/// <summary>Accounts: who may sign in, and what they may do in which tenant; the door. API keys: which programs may ask a tenant.</summary>
public sealed class UsersModule : IModule
{
    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["OrchardCore.Users", "OrchardCore.Roles"];

    /// <inheritdoc/>
    public ImmutableArray<Permission> Permissions => [.. UserPermissions.All, ApiKeyStore.ManageApiKeys];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        AddTables(services);
        AddDoor(services);
        services.AddScoped<AccountStore>();
        services.AddSingleton<Memberships>();
        services.AddSingleton<SecretLinks>();
        services.AddScoped<Joining>();
        services.AddScoped(scope => new TenantPeople(
            scope.GetRequiredService<ITenantDbContexts>(),
            scope.GetRequiredService<SecretLinks>(),
            scope.GetRequiredService<Memberships>(),
            scope.GetRequiredService<PasswordReset>(),
            scope.GetRequiredService<CurrentPrincipal>(),
            scope.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new PasswordReset(
            provider.GetRequiredService<IInstallationDbContexts>(),
            provider.GetRequiredService<SecretLinks>()
        ));
        services.AddSingleton(provider => new DoorHelp(
            provider.GetRequiredService<Memberships>(),
            provider.GetRequiredService<DoorOrigin>()
        ));
        services.AddScoped<IReferenceTargets, UserReferences>();
        services.AddScoped<ApiKeyStore>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<ApiKeyUse>();
        services.AddScoped<IRequestAuthenticator, ApiKeyAuthenticator>();
        services.AddScoped<IRequestAuthenticator, SessionAuthenticator>();
        services.AddScoped<IRecipeStep, UsersStep>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapDoor();

    private static void AddTables(IServiceCollection services)
    {
        services.AddSingleton<IModelContribution, AccountsModel>();
        services.AddSingleton<IModelContribution, SessionsModel>();
        services.AddSingleton<IModelContribution, PasskeysModel>();
        services.AddSingleton<IModelContribution, SecretLinksModel>();
        services.AddSingleton<IModelContribution, ApiKeysModel>();
    }

    private static void AddDoor(IServiceCollection services)
    {
        services.AddSettings<DoorOptions>(DoorOptions.Section);
        services.AddSingleton<IValidateOptions<DoorOptions>, DoorOptionsCheck>();
        services.AddDataProtection();
        services.AddSettings<MailOptions>(MailOptions.Section);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<Mailer>();
        services.AddSingleton(provider => new LinkMail(provider.GetRequiredService<Mailer>(), provider.GetRequiredService<TextCatalog>()));
        services.AddSingleton<DoorOrigin>();
        services.AddSingleton<DoorCookies>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInBrake>();
        services.AddSingleton<AppCodes>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<SecondFactorRule>();
        AddPasskeys(services);
        services.AddScoped<SignInSteps>();
        services.AddScoped<RequestSession>();
        services.AddScoped(scope => new DoorGuard(
            scope.GetRequiredService<DoorOrigin>(),
            scope.GetRequiredService<RequestSession>(),
            scope.GetRequiredService<Site>(),
            scope.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped<IAdminDoor>(scope => scope.GetRequiredService<DoorGuard>());
        services.AddAdminPage(new(DoorAddresses.People, "People", 90, UserPermissions.ViewUsers));
        services.AddAdminPage(new(DoorAddresses.Keys, "Keys for programs", 91, ApiKeyStore.ManageApiKeys));
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<DoorOrigin>(
                (options, origin) =>
                {
                    options.Cookie.Name = DoorCookies.NameOf(origin, "voldcms-form");
                    options.Cookie.SameSite = SameSiteMode.Strict;
                    options.Cookie.SecurePolicy = origin.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

                    // The policy of every answer refuses frames already, from this origin too.
                    options.SuppressXFrameOptionsHeader = true;
                }
            );
    }

    private static void AddPasskeys(IServiceCollection services)
    {
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<DoorOrigin>(
                (options, origin) =>
                {
                    options.ServerDomain = origin.Configured is { } configured ? new Uri(configured).Host : null;
                    options.UserVerificationRequirement = "required";
                    options.ResidentKeyRequirement = "required";

                    // Never by what the request says of itself: the door's forms send no origin but "null".
                    options.ValidateOrigin = asked =>
                        ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == origin.Of(asked.HttpContext.Request));
                }
            );
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Account>>(scope => new PasskeyHandler<Account>(
            new UserManager<Account>(
                scope.GetRequiredService<PasskeyStore>(),
                Options.Create(new IdentityOptions()),
                new PasswordHasher<Account>(),
                [],
                [],
                new UpperInvariantLookupNormalizer(),
                new IdentityErrorDescriber(),
                scope,
                scope.GetRequiredService<ILogger<UserManager<Account>>>()
            ),
            scope.GetRequiredService<IOptions<IdentityPasskeyOptions>>()
        ));
        services.AddScoped<PersonPasskeys>();
    }
}
