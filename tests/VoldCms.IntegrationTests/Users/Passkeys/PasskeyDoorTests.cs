using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Users.Door;
using VoldCms.Users.Accounts;
using VoldCms.Users.Passkeys;
using VoldCms.Users.People;

namespace VoldCms.IntegrationTests.Users.Passkeys;

/// <summary>What a passkey is to the door beside its being used, which is tested in a browser.</summary>
public abstract class PasskeyDoorTests(ApiSite site) : ApiTest(site)
{
    public static TheoryData<string> Answers =>
        [
            "",
            "{}",
            "nothing",
            "null",
            """{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{}}""",
            """
                {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30",
                 "authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"}}
                """,
            new string('x', 40_000),
        ];

    [Theory, MemberData(nameof(Answers))]
    public async Task What_is_no_answer_opens_nothing(string answer)
    {
        using var visitor = Site.Visit();
        var page = await visitor.GetAsync("/admin/sign-in");

        var told = await visitor.PostAsync(
            "/admin/sign-in",
            "Passkey",
            [
                ("__RequestVerificationToken", page.Token),
                ("state", page.Attribute("form[data-passkey] input[name=state]", "value")),
                ("answer", answer),
            ]
        );

        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Equal(["Det gikk ikke. Prøv en gang til."], told.Texts("#problem"));
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task Where_there_is_a_passkey_a_password_is_not_enough_and_a_reset_of_all_takes_it_away()
    {
        var tenant = await Site.CreateTenantAsync();
        var email = $"{Guid.NewGuid():N}@example.no";
        using var person = await Site.EnterAsync(tenant, email, "Reader");
        var account = await Site.AccountOfAsync(email);
        await Site.GivePasskeyAsync(account.AccountId);
        await person.PressAsync("/admin/sign-out", null);

        Assert.Equal("/admin/sign-in/code", (await person.SignInAsync(email, DoorSite.Password)).Location);
        Assert.StartsWith("/admin/sign-in", (await person.GetAsync("/admin")).Location, StringComparison.Ordinal);
        Assert.Contains("data-passkey", (await person.GetAsync("/admin/sign-in/code")).Html, StringComparison.Ordinal);

        var link = await Site.Services.GetRequiredService<PasswordReset>().MakeLinkAsync(email, withFactors: false, Stop);
        Assert.Equal("/admin/sign-in/code", (await ResetAsync(link)).Location);
        var all = await Site.Services.GetRequiredService<PasswordReset>().MakeLinkAsync(email, withFactors: true, Stop);
        Assert.Equal("/admin", (await ResetAsync(all)).Location);
        Assert.Equal(0, (await Site.AccountOfAsync(email)).Passkeys);
        await using var context = Site.Services.GetRequiredService<IInstallationDbContexts>().Create();
        Assert.False(await context.Set<PasskeyRow>().AnyAsync(row => row.AccountId == account.AccountId, Stop));

        async Task<DoorAnswer> ResetAsync(string? secret)
        {
            using var visitor = Site.Visit();
            return await visitor.PressAsync($"/l/{secret}", null, ("password", "lokomotiv kaffe måne trapp"));
        }
    }

    [Fact]
    public async Task Nobody_names_or_takes_away_anothers_passkey()
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = ($"{Guid.NewGuid():N}@example.no", $"{Guid.NewGuid():N}@example.no");
        using var me = await Site.EnterAsync(tenant, mine, "Reader");
        using var she = await Site.EnterAsync(tenant, hers, "Reader");
        var account = await Site.AccountOfAsync(hers);
        var passkey = await Site.GivePasskeyAsync(account.AccountId);

        await me.PressAsync("/admin/passkeys", "Rename", ("passkey", passkey), ($"name-{passkey}", "Min"));
        await me.PressAsync("/admin/passkeys", "Remove", ("passkey", passkey));

        await using var context = Site.Services.GetRequiredService<IInstallationDbContexts>().Create();
        Assert.Equal("Nøkkelen", (await context.Set<PasskeyRow>().SingleAsync(row => row.PasskeyId == passkey, Stop)).Name);
        Assert.Equal(1, (await Site.AccountOfAsync(hers)).Passkeys);
    }
}

public sealed class SqlitePasskeyDoorTests(ApiOnSqlite site) : PasskeyDoorTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlPasskeyDoorTests(ApiOnPostgreSql site) : PasskeyDoorTests(site), IClassFixture<ApiOnPostgreSql>;
