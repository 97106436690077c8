using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.Data;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.SignIn;

namespace VoldCms.IntegrationTests.Users.SignIn;

public abstract class SessionTests(StoreFixture store) : StoreTest(store)
{
    /// <summary>A session that was ended after the backup was made does not come back with it; the account does.</summary>
    [Fact]
    public async Task A_restore_ends_every_session_and_keeps_every_account()
    {
        var tenant = await Store.CreateTenantAsync();
        var installation = Store.Services.GetRequiredService<IInstallationDbContexts>();
        var sessions = new Sessions(installation, TimeProvider.System);
        var account = new Account
        {
            AccountId = $"a{tenant.Tenant.Id}",
            UserName = "kari",
            PasswordHash = Passwords.Hash("p"),
        };
        string secret;
        await using (var work = await installation.BeginAsync(Stop))
        {
            work.Context.Add(AccountRow.From(account, DateTimeOffset.UtcNow));
            secret = sessions.Begin(work.Context, account.AccountId, SessionStage.Full, "?");
            await work.CommitAsync(Stop);
        }

        Assert.Equal(account.AccountId, (await sessions.FindAsync(secret, Stop))?.Account.AccountId);
        var backup = Store.Services.GetRequiredService<IDatabaseBackup>();
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await backup.WriteAsync(archive, Stop);
        }

        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Read))
        {
            Assert.Null(archive.GetEntry("database/sessions.jsonl"));
            Assert.All(
                ["accounts", "memberships", "passkeys", "secret_links"],
                table => Assert.NotNull(archive.GetEntry($"database/{table}.jsonl"))
            );
            await backup.RestoreAsync(archive, Stop);
        }

        Assert.Null(await sessions.FindAsync(secret, Stop));
        await using var context = installation.Create();
        Assert.True(await context.Set<AccountRow>().AnyAsync(row => row.AccountId == account.AccountId, Stop));
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_when_its_person_may_not_sign_in()
    {
        var installation = Store.Services.GetRequiredService<IInstallationDbContexts>();
        var clock = new StandingClock { Now = DateTimeOffset.UtcNow };
        var sessions = new Sessions(installation, clock);
        var id = Guid.NewGuid().ToString("N");
        var secrets = new List<string>();
        await using (var work = await installation.BeginAsync(Stop))
        {
            work.Context.Add(AccountRow.From(new Account { AccountId = id, UserName = id }, clock.Now));
            secrets.Add(sessions.Begin(work.Context, id, SessionStage.Full, "?"));
            secrets.Add(sessions.Begin(work.Context, id, SessionStage.Full, "?"));
            await work.CommitAsync(Stop);
        }

        for (var used = 0; used < 3; used++)
        {
            clock.Now += Sessions.Idle - TimeSpan.FromMinutes(1);
            Assert.NotNull(await sessions.FindAsync(secrets[0], Stop));
        }

        Assert.Null(await sessions.FindAsync(secrets[1], Stop));
        await using (var work = await installation.BeginAsync(Stop))
        {
            await work
                .Context.Set<AccountRow>()
                .Where(row => row.AccountId == id)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.IsEnabled, false), Stop);
            await work.CommitAsync(Stop);
        }

        Assert.Null(await sessions.FindAsync(secrets[0], Stop));
    }

    /// <summary>What a tenant has goes with it; what is a person's stays.</summary>
    [Fact]
    public async Task A_tenant_that_is_removed_takes_its_memberships_and_links_along()
    {
        var (tenant, other) = (await Store.CreateTenantAsync(), await Store.CreateTenantAsync());
        var installation = Store.Services.GetRequiredService<IInstallationDbContexts>();
        var links = new SecretLinks(installation, TimeProvider.System);
        var memberships = new Memberships(installation);
        var id = Guid.NewGuid().ToString("N");
        var secrets = new List<string>();
        foreach (var each in new[] { tenant, other })
        {
            await using var scope = each.Scope();
            await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
            await using var context = scope.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create(work);
            secrets.Add(links.Add(context, LinkPurpose.Invitation, "s", "{}", "", TimeSpan.FromHours(1)));
            context.Add(
                new MembershipRow
                {
                    AccountId = id,
                    RoleNames = "",
                    AcceptedUtc = 1,
                }
            );
            await context.SaveChangesAsync(Stop);
            await work.CommitAsync(Stop);
        }

        Assert.Equal(2, (await memberships.ListAsync(id, Stop)).Count);
        await Store.Services.GetRequiredService<VoldCms.ContentManagement.Tenancy.ITenantStore>().RemoveAsync(tenant.Tenant.Id, Stop);

        Assert.Equal(other.Tenant.Id.Value, Assert.Single(await memberships.ListAsync(id, Stop)).TenantId);
        Assert.Null(await links.FindAsync(secrets[0], Stop));
        Assert.NotNull(await links.FindAsync(secrets[1], Stop));
    }

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

public sealed class SqliteSessionTests(SqliteStore store) : SessionTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlSessionTests(PostgreSqlStore store) : SessionTests(store), IClassFixture<PostgreSqlStore>;
