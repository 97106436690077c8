using System.CommandLine;
using System.Globalization;
using VoldCms.ContentManagement.Storage;
using VoldCms.Users.ApiKeys;

namespace VoldCms.Web.Commands;

/// <summary><c>apikey create</c>, <c>apikey list</c> and <c>apikey revoke</c>.</summary>
internal static class ApiKeyCommands
{
    public static Command Describe(Func<Task<WebApplication>> open) =>
        new("apikey", "The programs that may ask a tenant's API.") { Create(open), List(open), Revoke(open) };

    private static Command Create(Func<Task<WebApplication>> open)
    {
        var name = new Argument<string>("name") { Description = "What people call the program." };
        var tenant = Tenant();
        var roles = new Option<string[]>("--role") { Description = "A role of the tenant; may be given more than once." };
        var permissions = new Option<string[]>("--permission")
        {
            Description = "A permission such as ExecuteGraphQL or Edit_HelpPage; may be given more than once.",
        };
        var days = new Option<int?>("--days") { Description = "The key expires after so many days; without it, never." };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 36_500)
            {
                result.AddError("--days may be from 1 to 36500.");
            }
        });
        var command = new Command("create", "Makes a key and shows it, this once: it is stored as a hash only.")
        {
            name,
            tenant,
            roles,
            permissions,
            days,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    open,
                    parsed.GetRequiredValue(tenant),
                    async scope =>
                    {
                        var clock = scope.GetRequiredService<TimeProvider>();
                        await using var work = await scope.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(cancellationToken);
                        var created = await scope
                            .GetRequiredService<ApiKeyStore>()
                            .CreateAsync(
                                work,
                                new()
                                {
                                    Name = parsed.GetRequiredValue(name),
                                    RoleNames = [.. parsed.GetValue(roles) ?? []],
                                    Permissions = [.. parsed.GetValue(permissions) ?? []],
                                    ExpiresUtc = parsed.GetValue(days) is { } after ? clock.GetUtcNow().AddDays(after) : null,
                                },
                                cancellationToken
                            );
                        if (!created.TryGet(out var made, out var error))
                        {
                            return CommandLine.Refuse(error.Message);
                        }

                        await work.CommitAsync(cancellationToken);
                        return CommandLine.Succeed(
                            $"The API key '{made.Key.Name}' ({made.Key.KeyId}) is created. Shown only here: {made.Token.Reveal()}"
                        );
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command List(Func<Task<WebApplication>> open)
    {
        var tenant = Tenant();
        var command = new Command("list", "Lists the keys: id, name, roles and permissions, when made, last used, and whether they hold.")
        {
            tenant,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    open,
                    parsed.GetRequiredValue(tenant),
                    async scope =>
                    {
                        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
                        var keys = await scope.GetRequiredService<ApiKeyStore>().ListAsync(cancellationToken);
                        return CommandLine.Succeed(string.Join(Environment.NewLine, keys.Select(key => Line(key, now))));
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command Revoke(Func<Task<WebApplication>> open)
    {
        var id = new Argument<string>("id") { Description = "The key's id, as `apikey list` shows it." };
        var tenant = Tenant();
        var command = new Command("revoke", "Ends a key for good. A running site refuses it from the next request on.") { id, tenant };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    open,
                    parsed.GetRequiredValue(tenant),
                    async scope =>
                    {
                        await using var work = await scope.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(cancellationToken);
                        var revoked = await scope
                            .GetRequiredService<ApiKeyStore>()
                            .RevokeAsync(work, parsed.GetRequiredValue(id), cancellationToken);
                        if (!revoked.TryGet(out var key, out var error))
                        {
                            return CommandLine.Refuse(error.Message);
                        }

                        await work.CommitAsync(cancellationToken);
                        return CommandLine.Succeed($"The API key '{key.Name}' ({key.KeyId}) is revoked.");
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Option<string> Tenant() => new("--tenant") { Description = "The tenant that the key belongs to.", Required = true };

    private static async Task<int> RunAsync(
        Func<Task<WebApplication>> open,
        string tenant,
        Func<IServiceProvider, Task<int>> run,
        CancellationToken cancellationToken
    )
    {
        var app = await open();
        var (found, problem) = await TenantScope.FindAsync(app, tenant, cancellationToken);
        if (found is null)
        {
            return CommandLine.Refuse(problem);
        }

        await using var scope = TenantScope.Open(app, found);
        return await run(scope.ServiceProvider);
    }

    private static string Line(ApiKey key, DateTimeOffset now) =>
        string.Join(
            '\t',
            key.KeyId,
            key.Name,
            string.Join(' ', key.RoleNames.Concat(key.Permissions).DefaultIfEmpty("-")),
            Day(key.CreatedUtc),
            key.LastUsedUtc is { } used ? Day(used) : "never used",
            key.RevokedUtc is { } revoked ? $"revoked {Day(revoked)}"
                : key.ExpiresUtc is not { } end ? "valid"
                : key.IsValidAt(now) ? $"valid until {Day(end)}"
                : $"expired {Day(end)}"
        );

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
