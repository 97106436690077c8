using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.Users.Accounts;
using VoldCms.Users.Passkeys;
using VoldCms.Users.People;
using VoldCms.Users.SignIn;

namespace VoldCms.IntegrationTests.Users.Door;

/// <summary>Short words for the tests of the door.</summary>
internal static class DoorSite
{
    public const string Password = "kaffe trapp lokomotiv måne";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DoorVisitor Visit(this ApiSite site) => new(site.ClientOptions.BaseAddress);

    /// <summary>Invites somebody as the program itself does.</summary>
    /// <returns>The address of the link.</returns>
    public static async Task<string> InviteAsync(this ApiTenant tenant, string email, params string[] roles)
    {
        await using var scope = tenant.Content.Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var secret = await scope
            .ServiceProvider.GetRequiredService<TenantPeople>()
            .InviteAsync(work, email, "Kari Nordmann", [.. roles], "nb", Stop);
        await work.CommitAsync(Stop);
        return $"/l/{secret.Value}";
    }

    /// <summary>Accepts an invitation with a new account.</summary>
    public static Task<DoorAnswer> AcceptAsync(this DoorVisitor visitor, string link) =>
        visitor.PressAsync(link, "New", ("name", "Kari Nordmann"), ("password", Password));

    /// <summary>Sets up an app, as somebody does who is asked to.</summary>
    /// <returns>What the app computes codes from, and the recovery codes.</returns>
    public static async Task<(string Secret, IReadOnlyList<string> Recovery)> SetUpAppAsync(this DoorVisitor visitor, ApiSite site)
    {
        var page = await visitor.GetAsync("/admin/app");
        var secret = page.Texts("code.door-key")[0];
        var done = await visitor.PostAsync(
            "/admin/app",
            "Set",
            [
                ("__RequestVerificationToken", page.Token),
                ("protectedSecret", page.Attribute("input[name=protectedSecret]", "value")),
                ("code", CodeOf(secret, site.Clock.GetUtcNow())),
            ]
        );
        var recovery = done.Texts(".door-codes code");
        Assert.Equal(RecoveryCodes.Count, recovery.Count);
        return (secret, recovery);
    }

    public static string CodeOf(string secret, DateTimeOffset now) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(now.UtcDateTime);

    /// <summary>Somebody who has accepted an invitation and stands inside, without a second factor.</summary>
    public static async Task<DoorVisitor> EnterAsync(this ApiSite site, ApiTenant tenant, string email, params string[] roles)
    {
        var visitor = site.Visit();
        var accepted = await visitor.AcceptAsync(await tenant.InviteAsync(email, roles));
        Assert.Contains(accepted.Location, new[] { "/admin", "/admin/app" });
        if (accepted.Location == "/admin/app")
        {
            await visitor.SetUpAppAsync(site);
        }

        return visitor;
    }

    public static async Task<Account> AccountOfAsync(this ApiSite site, string email)
    {
        var folded = AccountRow.Fold(email);
        await using var context = site.Services.GetRequiredService<IInstallationDbContexts>().Create();
        return (await context.Set<AccountRow>().SingleAsync(row => row.EmailFolded == folded, Stop)).ToAccount();
    }

    /// <summary>A passkey that nobody holds: of what is stored of one it has all.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> GivePasskeyAsync(this ApiSite site, string accountId)
    {
        await using var work = await site.Services.GetRequiredService<IInstallationDbContexts>().BeginAsync(Stop);
        var passkey = new PasskeyRow
        {
            PasskeyId = Guid.NewGuid().ToString("N"),
            AccountId = accountId,
            Name = "Nøkkelen",
            PublicKey = [1, 2, 3],
            Transports = "internal",
        };
        work.Context.Add(passkey);
        (await work.Context.Set<AccountRow>().SingleAsync(row => row.AccountId == accountId, Stop)).PasskeyCount++;
        await work.CommitAsync(Stop);
        return passkey.PasskeyId;
    }

    public static Task<Result<T>> AsAsync<T>(
        this ApiTenant tenant,
        Account? who,
        ImmutableArray<string> roles,
        Func<TenantPeople, IUnitOfWork, Task<Result<T>>> act
    ) =>
        tenant.Content.RunAsync<TenantPeople, T>(
            who is null ? Principal.System : Principal.User(who.AccountId, who.AccountId, [.. roles]),
            async (people, work) => await act(people, work)
        );
}
