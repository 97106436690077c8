using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.Data;
using VoldCms.Users.Accounts;

namespace VoldCms.IntegrationTests.Users.Accounts;

/// <summary>The accounts of the first release, which were each tenant's own, become the installation's.</summary>
public sealed class AccountMigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Each_keeps_its_password_and_gets_a_membership_and_equal_names_stay_two(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var services = StoreFixture.BuildServices(database.Settings))
        {
            await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
            foreach (var name in new[] { "en", "to" })
            {
                var made = new Tenant
                {
                    Id = default,
                    Name = name,
                    RequestUrlPrefix = name,
                };
                await services.GetRequiredService<ITenantStore>().CreateAsync(made, Stop);
            }

            await using var context = services.GetRequiredService<Database>().CreateContext(tenant: null);
            await context.GetService<IMigrator>().MigrateAsync("Initial", Stop);
            await AddAsync(context, 1, "a", "kari");
            await AddAsync(context, 2, "b", "kari");
            await AddAsync(context, 2, "a", "ola");
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO audit_events (tenant_id, at_utc, action, principal_kind, principal_id, principal_name, note) VALUES "
                    + "(1, 5, 'CreateUser', 2, 'a', 'kari', 'ola (b)'), (1, 6, 'CreateApiKey', 3, 'k', 'Skolens app', 'ny (k2)')",
                Stop
            );
        }

        await using var today = StoreFixture.BuildServices(database.Settings);
        await today.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);

        await using var after = today.GetRequiredService<IInstallationDbContexts>().Create();
        var accounts = await after.Set<AccountRow>().OrderBy(row => row.AccountId).ToListAsync(Stop);
        Assert.Equal(
            [("a", "kari", "KARI@EXAMPLE.NO"), ("a-2", "ola", "OLA@EXAMPLE.NO"), ("b", "kari", "KARI@EXAMPLE.NO")],
            accounts.Select(row => (row.AccountId, row.UserName, row.EmailFolded))
        );
        Assert.True(Passwords.Verify(accounts[1].ToAccount(), "correct horse battery ola", out _));
        var memberships = new Memberships(today.GetRequiredService<IInstallationDbContexts>());
        var membership = Assert.Single(await memberships.ListAsync("a-2", Stop));
        Assert.Equal((2, true, "Author,Editor"), (membership.TenantId, membership.IsAccepted, string.Join(',', membership.RoleNames)));
        Assert.Equal(
            ["a|a|b", "k|Skolens app|ny (k2)"],
            await after
                .Database.SqlQuery<string>(
                    $"SELECT principal_id || '|' || principal_name || '|' || note AS \"Value\" FROM audit_events ORDER BY at_utc"
                )
                .ToListAsync(Stop)
        );
    }

    private static Task AddAsync(DbContext context, int tenant, string id, string name)
    {
        var (folded, email, hash) = (AccountRow.Fold(name), $"{name}@example.no", Passwords.Hash($"correct horse battery {name}"));
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accounts (tenant_id, user_id, user_name, user_name_folded, email, email_confirmed, password_hash, security_stamp,
                is_enabled, phone_number, phone_number_confirmed, two_factor_enabled, is_lockout_enabled, access_failed_count, role_names)
            VALUES ({tenant}, {id}, {name}, {folded}, {email}, {true}, {hash}, 's', {true}, '', {false}, {false}, {false}, 0,
                {"Editor\nAuthor"})
            """,
            Stop
        );
    }
}
