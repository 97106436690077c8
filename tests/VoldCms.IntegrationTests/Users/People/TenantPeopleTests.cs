using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using VoldCms.IntegrationTests.Users.Door;
using VoldCms.Users.Accounts;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.IntegrationTests.Users.People;

/// <summary>What may be done to people, by whom: never to what is a person's own, and never to another tenant's.</summary>
public abstract class TenantPeopleTests(ApiSite site) : ApiTest(site)
{
    /// <summary>What an administrator may try to do to somebody.</summary>
    public static TheoryData<string> Deeds => ["roles", "end", "reset", "reset-all", "import by id", "import by name", "import by address"];

    /// <summary>Somebody who works elsewhere, here too or not: nothing of hers changes but her membership here.</summary>
    [Theory, MemberData(nameof(Deeds))]
    public async Task Whatever_is_done_in_one_tenant_nothing_of_another_changes(string deed)
    {
        var (here, elsewhere) = (await Site.CreateTenantAsync(), await Site.CreateTenantAsync());
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(here, mine, "Administrator");
        using var she = await Site.EnterAsync(elsewhere, hers, "Editor");
        var (administrator, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));
        await Site.GivePasskeyAsync(other.AccountId);
        foreach (var isMemberHere in new[] { false, true })
        {
            if (isMemberHere)
            {
                await she.PressAsync(await here.InviteAsync(hers, "Reader"), "Accept");
                Assert.Contains(here.Content.Tenant.Name, (await she.GetAsync("/admin")).Words, StringComparison.Ordinal);
            }

            var before = await StateAsync(elsewhere, hers);

            await TryAsync(here, administrator, other, deed);

            Assert.Equal(before, await StateAsync(elsewhere, hers));
            Assert.Equal(HttpStatusCode.OK, (await she.GetAsync("/admin")).Status);
            if (!isMemberHere && deed is ("import by name" or "import by address"))
            {
                // Whose a name or an address is, nobody has proved.
                Assert.DoesNotContain(here.Content.Tenant.Name, (await she.GetAsync("/admin")).Words, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task An_administrator_of_one_tenant_finds_nothing_at_the_addresses_of_another()
    {
        var (here, elsewhere) = (await Site.CreateTenantAsync(), await Site.CreateTenantAsync());
        using var me = await Site.EnterAsync(here, Email(), "Administrator");
        var page = $"/admin/sites/{elsewhere.Content.Tenant.Name}";
        var token = (await me.GetAsync("/admin")).Token;

        Assert.Equal(HttpStatusCode.NotFound, (await me.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.GetAsync($"{page}/people")).Status);
        foreach (var handler in new[] { "Invite", "Revoke", "Roles", "Person" })
        {
            (string, string)[] fields = [("__RequestVerificationToken", token), ("email", "a@example.no"), ("roles", "Reader")];
            Assert.Equal(HttpStatusCode.NotFound, (await me.PostAsync($"{page}/people", handler, fields)).Status);
        }
    }

    [Fact]
    public async Task Nobody_gives_or_takes_a_role_that_may_more_than_she_does()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new("Editor", "", ["EditContent", "PublishContent"]))
                .With(new("Leder", "", ["AssignRoleToUsers", "ManageUsers", "EditContent"]))
                .With(new("Reader", "", ["EditContent"]))
                .ToJson()
        );
        var (mine, hers) = (Email(), Email());
        using var boss = await Site.EnterAsync(tenant, Email(), "Administrator");
        using var me = await Site.EnterAsync(tenant, mine, "Leder");
        using var she = await Site.EnterAsync(tenant, hers, "Reader");
        var (leader, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));

        Assert.Equal("user.role-above", await InviteAsync("Administrator"));
        Assert.Equal("user.role-above", await InviteAsync("Editor"));
        Assert.Equal("ok", await InviteAsync("Reader"));
        Assert.Equal("user.role-above", await ChangeAsync(other, "Administrator"));
        Assert.Equal("user.role-above", await ChangeAsync(leader, "Leder", "Editor"));
        Assert.Equal("ok", await ChangeAsync(other, "Reader", "Leder"));
        Assert.Equal("user.not-allowed", await ChangeAsAsync(other, [], ["Reader"]));
        Assert.Equal("user.role", await ChangeAsync(other));
        Assert.Equal("user.role-above", await ChangeAsync(other, "Reader", "Leder", "Anonymous"));
        Assert.Equal("user.name", await InviteAsync("Reader", name: "\u202eiraK"));

        // An invitation to more than she may give is not hers to take back, nor to put her own in the place of.
        var invited = Email();
        await tenant.InviteAsync(invited, "Editor");
        Assert.Equal("user.role-above", await InviteAsync("Reader", invited));
        Assert.Equal("user.role-above", await RevokeAsync(invited));

        async Task<string> InviteAsync(string role, string? email = null, string name = "") =>
            (
                await tenant.AsAsync(
                    leader,
                    ["Leder"],
                    (people, work) => people.InviteAsync(work, email ?? Email(), name, [role], "nb", Stop)
                )
            )
                .Error
                ?.Code
            ?? "ok";

        async Task<string> RevokeAsync(string email) => (
                await tenant.AsAsync(
                    leader,
                    ["Leder"],
                    async (people, work) =>
                    {
                        var all = await people.ListInvitationsAsync(Stop);
                        var link = all.Single(each => each.Invitation.Email == email).Link;
                        return await people.RevokeInvitationAsync(work, link.LinkId, Stop);
                    }
                )
            ).Error?.Code ?? "ok";

        Task<string> ChangeAsync(Account whose, params string[] roles) => ChangeAsAsync(whose, roles, ["Leder"]);

        async Task<string> ChangeAsAsync(Account whose, string[] roles, string[] mineHere) =>
            (
                await tenant.AsAsync(
                    leader,
                    [.. mineHere],
                    (people, work) => people.ChangeRolesAsync(work, whose.AccountId, [.. roles], Stop)
                )
            )
                .Error
                ?.Code
            ?? "ok";
    }

    [Theory]
    [InlineData("end")]
    [InlineData("roles")]
    public async Task An_invitation_of_somebody_who_may_no_more_holds_no_more(string deed)
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(tenant, mine, "Administrator");
        using var she = await Site.EnterAsync(tenant, hers, "Administrator");
        var (administrator, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));
        var made = await tenant.AsAsync(
            other,
            ["Administrator"],
            (people, work) => people.InviteAsync(work, Email(), "", ["Administrator"], "nb", Stop)
        );

        var done = await tenant.AsAsync(
            administrator,
            ["Administrator"],
            (people, work) =>
                deed == "end"
                    ? people.EndAsync(work, other.AccountId, Stop)
                    : people.ChangeRolesAsync(work, other.AccountId, ["Reader"], Stop)
        );

        Assert.Null(done.Error);
        using var visitor = Site.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/l/{made.Value}")).Status);
    }

    [Fact]
    public async Task A_link_for_a_new_password_holds_no_more_when_its_person_works_elsewhere_too()
    {
        var (here, elsewhere) = (await Site.CreateTenantAsync(), await Site.CreateTenantAsync());
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(here, mine, "Administrator");
        using var she = await Site.EnterAsync(here, hers, "Reader");
        var (administrator, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));
        var made = await here.AsAsync(
            administrator,
            ["Administrator"],
            (people, work) => people.ResetAsync(work, other.AccountId, withFactors: true, Stop)
        );
        using var visitor = Site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/l/{made.Value}")).Status);

        await she.PressAsync(await elsewhere.InviteAsync(hers, "Editor"), "Accept");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/l/{made.Value}")).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var tenant = await Site.CreateTenantAsync();
        var mine = Email();
        using var me = await Site.EnterAsync(tenant, mine, "Administrator");
        var account = await Site.AccountOfAsync(mine);

        var changed = await tenant.AsAsync(
            account,
            ["Administrator"],
            (people, work) => people.ChangeRolesAsync(work, account.AccountId, ["Reader"], Stop)
        );
        var ended = await tenant.AsAsync(account, ["Administrator"], (people, work) => people.EndAsync(work, account.AccountId, Stop));

        Assert.Equal(("user.last-administrator", "user.last-administrator"), (changed.Error?.Code, ended.Error?.Code));
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_every_session_and_the_password_before()
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(tenant, mine, "Administrator");
        using var she = await Site.EnterAsync(tenant, hers, "Reader");
        var other = await Site.AccountOfAsync(hers);
        var people = $"/admin/sites/{tenant.Content.Tenant.Name}/people";

        var made = await me.PressAsync(people, "Person", ("person", other.AccountId), ("do", "reset"));
        var link = new Uri(made.Texts("code.door-key")[0]).AbsolutePath;
        using var visitor = Site.Visit();
        var set = await visitor.PressAsync(link, null, ("password", "ny trapp gammel lampe sko"));

        Assert.Equal("/admin", set.Location);
        Assert.StartsWith("/admin/sign-in", (await she.GetAsync("/admin")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await she.SignInAsync(hers, DoorSite.Password)).Status);
        Assert.Equal("/admin", (await she.SignInAsync(hers, "ny trapp gammel lampe sko")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
    }

    /// <summary>Who did what is kept by ids; a name is what is looked up when somebody reads.</summary>
    [Fact]
    public async Task A_new_password_by_an_administrators_link_is_in_the_audit_of_the_tenant()
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(tenant, mine, "Administrator");
        using var she = await Site.EnterAsync(tenant, hers, "Reader");
        var (administrator, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));
        var made = await tenant.AsAsync(
            administrator,
            ["Administrator"],
            (people, work) => people.ResetAsync(work, other.AccountId, withFactors: false, Stop)
        );
        using var visitor = Site.Visit();

        Assert.Equal("/admin", (await visitor.PressAsync($"/l/{made.Value}", null, ("password", "lokomotiv kaffe måne trapp"))).Location);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/l/{made.Value}")).Status);
        Assert.StartsWith("/admin/sign-in", (await she.GetAsync("/admin")).Location, StringComparison.Ordinal);
        var events = (await Dump.ReadAsync(Site.Services, tenant.Content.Tenant)).Split('\n');
        var completed = Assert.Single(events, line => line.Contains("CompleteReset", StringComparison.Ordinal));
        Assert.Contains(other.AccountId, completed, StringComparison.Ordinal);
        Assert.Contains(administrator.AccountId, completed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_knows_people_by_their_ids_alone()
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = (Email(), Email());
        using var me = await Site.EnterAsync(tenant, mine, "Administrator");
        using var she = await Site.EnterAsync(tenant, hers, "Reader");
        var (account, other) = (await Site.AccountOfAsync(mine), await Site.AccountOfAsync(hers));
        await me.PressAsync($"/admin/sites/{tenant.Content.Tenant.Name}/people", "Roles", ("person", other.AccountId), ("roles", "Editor"));

        var dump = (await Dump.ReadAsync(Site.Services, tenant.Content.Tenant)).Split('\n');

        var audit = dump.Where(line => line.StartsWith("audit_events", StringComparison.Ordinal)).ToList();
        Assert.Contains(
            audit,
            line => line.Contains("ChangeUserRoles", StringComparison.Ordinal) && line.Contains(account.AccountId, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            audit,
            line => line.Contains("Kari", StringComparison.Ordinal) || line.Contains("example.no", StringComparison.Ordinal)
        );
    }

    private static async Task TryAsync(ApiTenant here, Account administrator, Account other, string deed)
    {
        if (deed.StartsWith("import", StringComparison.Ordinal))
        {
            var given = new Account
            {
                AccountId = deed == "import by id" ? other.AccountId : Guid.NewGuid().ToString("N"),
                UserName = deed == "import by name" ? other.UserName : $"u{Guid.NewGuid():N}",
                Email = deed == "import by address" ? other.Email : "",
                PasswordHash = Passwords.Hash("a password of the importer's"),
            };
            await using var scope = here.Content.Scope();
            await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
            var imported = await scope.ServiceProvider.GetRequiredService<AccountStore>().ImportAsync(work, given, ["Reader"], Stop);
            Assert.Contains(imported.Value.Outcome, new[] { RecipeOutcome.Created, RecipeOutcome.Same });
            await work.CommitAsync(Stop);
            return;
        }

        await here.AsAsync(
            administrator,
            ["Administrator"],
            async (people, work) =>
                deed switch
                {
                    "roles" => await people.ChangeRolesAsync(work, other.AccountId, ["Editor"], Stop),
                    "end" => await people.EndAsync(work, other.AccountId, Stop),
                    _ => (await people.ResetAsync(work, other.AccountId, deed == "reset-all", Stop)) is { IsSuccess: true }
                        ? throw new InvalidOperationException("An account that is used elsewhere is its person's.")
                        : false,
                }
        );
    }

    // All that the other tenant has, and the account with its factors and sessions.
    private async Task<string> StateAsync(ApiTenant tenant, string email)
    {
        var folded = AccountRow.Fold(email);
        await using var context = Site.Services.GetRequiredService<IInstallationDbContexts>().Create();
        var row = await context.Set<AccountRow>().AsNoTracking().SingleAsync(each => each.EmailFolded == folded, Stop);
        var passkeys = await context.Set<PasskeyRow>().AsNoTracking().Where(each => each.AccountId == row.AccountId).ToListAsync(Stop);
        var sessions = await context.Set<SessionRow>().AsNoTracking().Where(each => each.AccountId == row.AccountId).ToListAsync(Stop);
        var person = System.Text.Json.JsonSerializer.Serialize(
            new
            {
                row,
                passkeys,
                sessions,
            }
        );
        return $"{await Dump.ReadAsync(Site.Services, tenant.Content.Tenant)}\n{person}";
    }

    private static string Email() => $"{Guid.NewGuid():N}@example.no";
}

public sealed class SqliteTenantPeopleTests(ApiOnSqlite site) : TenantPeopleTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlTenantPeopleTests(ApiOnPostgreSql site) : TenantPeopleTests(site), IClassFixture<ApiOnPostgreSql>;
