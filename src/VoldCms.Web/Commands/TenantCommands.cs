using System.CommandLine;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;
using VoldCms.PublicSite.TrialSites;
using VoldCms.Recipes.Tenants;

namespace VoldCms.Web.Commands;

/// <summary><c>tenant list</c>, <c>tenant create</c>, <c>tenant approve</c>, <c>tenant remove</c>.</summary>
internal static class TenantCommands
{
    public static Command Describe(Func<Task<WebApplication>> open) =>
        new("tenant", "The sites of this installation.") { List(open), Create(open), Approve(open), Remove(open) };

    private static Command List(Func<Task<WebApplication>> open)
    {
        var command = new Command("list", "Lists the tenants: name, state, address, recipe.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                var app = await open();
                var tenants = await app.Services.GetRequiredService<ITenantStore>().ListAsync(cancellationToken);
                foreach (var tenant in tenants)
                {
                    Console.Out.WriteLine($"{tenant.Name}\t{tenant.State}\t{Address(tenant)}\t{tenant.RecipeName}");
                }

                return 0;
            }
        );
        return command;
    }

    private static Command Create(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "Letters, digits and underscores." };
        var prefix = new Option<string>("--prefix")
        {
            Description = "The first segment of its addresses; its name in lower case unless a host is given.",
        };
        var hosts = new Option<string[]>("--host") { Description = "A host bound to it; may be given more than once." };
        var recipe = new Option<string>("--recipe")
        {
            Description = "The recipe that sets it up: its name, or a file. Without it the tenant is empty, for `recipe run`.",
        };
        var siteName = new Option<string>("--site-name")
        {
            Description = "What the site is called, for recipes that ask; the tenant's name unless given.",
        };
        var command = new Command("create", "Creates a tenant and runs its recipe, if it is given one.")
        {
            name,
            prefix,
            hosts,
            recipe,
            siteName,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var tenant = new Tenant
                {
                    Id = default,
                    Name = parsed.GetRequiredValue(name),
                    RequestUrlPrefix =
                        parsed.GetValue(prefix)
                        ?? (parsed.GetValue(hosts) is { Length: > 0 } ? null : parsed.GetRequiredValue(name).ToLowerInvariant()),
                    RequestUrlHosts = [.. parsed.GetValue(hosts) ?? []],
                };
                if (TenantNaming.FindProblem(tenant.Name, tenant.RequestUrlPrefix, tenant.RequestUrlHosts) is { } problem)
                {
                    return CommandLine.Refuse(problem);
                }

                var app = await open();
                var created = await app
                    .Services.GetRequiredService<TenantCreation>()
                    .CreateAsync(tenant, parsed.GetValue(recipe), parsed.GetValue(siteName), cancellationToken);
                return created.TryGet(out var stored, out var error)
                    ? await SetUpAsync(app, stored, cancellationToken)
                    : CommandLine.Refuse(error.Message);
            }
        );
        return command;
    }

    private static async Task<int> SetUpAsync(WebApplication app, Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.RecipeName is null)
        {
            await app.Services.GetRequiredService<TenantLife>().ServeEmptyAsync(tenant, cancellationToken);
            return CommandLine.Succeed($"The tenant '{tenant.Name}' is there, with nothing in it.");
        }

        switch (await app.Services.GetRequiredService<TenantSetup>().SetUpAsync(tenant, Console.Out, cancellationToken))
        {
            case SetUpEnd.Running:
                return 0;
            case SetUpEnd.RefusedUntouched:
                // Nobody has seen it: mend the recipe, and say the same again.
                await app.Services.GetRequiredService<TenantRemoval>().RunAsync(tenant, cancellationToken);
                return CommandLine.Refuse(
                    $"The tenant '{tenant.Name}' is not made: its recipe '{tenant.RecipeName}' is refused, as told above."
                );
            default:
                return CommandLine.Refuse(
                    $"The tenant '{tenant.Name}' is there but not set up: mend the recipe and run it, "
                        + $"or any set-up recipe, with `recipe run FILE "
                        + $"--tenant {tenant.Name}`; or remove the tenant."
                );
        }
    }

    private static Command Approve(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "The tenant." };
        var command = new Command("approve", "Ends a tenant's trial: no banner any more, and search engines may come.") { name };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var (tenant, problem) = await TenantScope.FindAsync(app, parsed.GetRequiredValue(name), cancellationToken);
                if (tenant is null)
                {
                    return CommandLine.Refuse(problem);
                }

                await using var scope = TenantScope.Open(app, tenant);
                var services = scope.ServiceProvider;
                await using var work = await services.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(cancellationToken);
                var approval = await Trial.ApproveAsync(
                    work,
                    services.GetRequiredService<ChangeSettings>(),
                    services.GetRequiredService<TimeProvider>(),
                    cancellationToken
                );
                if (!approval.TryGet(out var isNew, out var error))
                {
                    return CommandLine.Refuse(error.Message);
                }

                await work.CommitAsync(cancellationToken);
                return CommandLine.Succeed(
                    isNew ? $"The tenant '{tenant.Name}' is approved." : $"The tenant '{tenant.Name}' was approved already."
                );
            }
        );
        return command;
    }

    private static Command Remove(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "The tenant." };
        var yes = new Option<bool>("--yes") { Description = "Removes without asking." };
        var command = new Command("remove", "Removes a tenant with everything in it.") { name, yes };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var (tenant, problem) = await TenantScope.FindAsync(app, parsed.GetRequiredValue(name), cancellationToken);
                if (tenant is null)
                {
                    return CommandLine.Refuse(problem);
                }

                if (!parsed.GetValue(yes) && !IsConfirmed(tenant))
                {
                    return CommandLine.Refuse("Nothing was removed. To remove without being asked, say --yes.");
                }

                await app.Services.GetRequiredService<TenantRemoval>().RunAsync(tenant, cancellationToken);
                var isDeclared = app.Services.GetRequiredService<TenantDeclarations>().Names(tenant.Name);
                return CommandLine.Succeed(
                    $"The tenant '{tenant.Name}' is removed."
                        + (isDeclared ? " The section Tenants of the configuration still names it: the next start sets it up anew." : "")
                );
            }
        );
        return command;
    }

    private static bool IsConfirmed(Tenant tenant)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Out.Write($"Everything in '{tenant.Name}' will be gone. Type its name to go on: ");
        return Console.ReadLine()?.Trim() == tenant.Name;
    }

    private static string Address(Tenant tenant)
    {
        var path = tenant.RequestUrlPrefix is null ? "/" : $"/{tenant.RequestUrlPrefix}/";
        return tenant.RequestUrlHosts.IsEmpty ? path : string.Join(' ', tenant.RequestUrlHosts.Select(host => host + path));
    }
}
