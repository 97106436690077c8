using System.Net;
using System.Text.RegularExpressions;
using VoldCms.IntegrationTests.ContentApi;
using static VoldCms.IntegrationTests.Users.Door.DoorSite;

namespace VoldCms.IntegrationTests.Users.Door;

public abstract partial class DoorTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_a_link_and_from_then_on_by_password_and_code()
    {
        var tenant = await Site.CreateTenantAsync();
        var (email, now) = (Email(), Site.Clock.GetUtcNow());
        using var visitor = Site.Visit();

        var accepted = await visitor.AcceptAsync(await tenant.InviteAsync(email, "Administrator"));
        Assert.Equal((HttpStatusCode.Redirect, "/admin/app"), (accepted.Status, accepted.Location));
        Assert.Equal("/admin/app?to=%2Fadmin%2Fsessions", (await visitor.GetAsync("/admin/sessions")).Location);
        var (secret, recovery) = await visitor.SetUpAppAsync(Site);
        var home = await visitor.GetAsync("/admin");
        Assert.Contains("Kari Nordmann", home.Words, StringComparison.Ordinal);
        Assert.Contains(tenant.Content.Tenant.Name, home.Words, StringComparison.Ordinal);
        Assert.Contains("Administrator", home.Words, StringComparison.Ordinal);

        var stolen = visitor.Session!;
        var gone = await visitor.PressAsync("/admin/sign-out", null);
        Assert.Equal("\"cache\", \"storage\"", gone.Headers["Clear-Site-Data"]);
        Assert.Null(visitor.Session);
        using var thief = Site.Visit();
        thief.Take(stolen);
        Assert.StartsWith("/admin/sign-in", (await thief.GetAsync("/admin")).Location, StringComparison.Ordinal);

        var entered = await visitor.SignInAsync(email, Password, "/admin/sign-in?to=%2Fadmin%2Fsessions");
        Assert.Equal("/admin/sign-in/code?to=%2Fadmin%2Fsessions", entered.Location);
        Assert.Equal("/admin/sign-in/code", (await visitor.GetAsync("/admin")).Location);

        // The code that set the app up has been used.
        var half = visitor.Session;
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, CodeOf(secret, now))).Status);
        Site.Clock.Now = now.AddMinutes(1);
        try
        {
            Assert.Equal("/admin", (await CodeAsync(visitor, CodeOf(secret, now.AddMinutes(1)))).Location);
            Assert.NotEqual(half, visitor.Session);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).Status);

            using var other = Site.Visit();
            await other.SignInAsync(email.ToUpperInvariant(), Password);
            Assert.Equal(HttpStatusCode.OK, (await CodeAsync(other, CodeOf(secret, now.AddMinutes(1)))).Status);
            Assert.Equal("/admin", (await CodeAsync(other, recovery[3].ToUpperInvariant().Replace('-', ' '))).Location);
            using var again = Site.Visit();
            await again.SignInAsync(email, Password);
            Assert.Equal(HttpStatusCode.OK, (await CodeAsync(again, recovery[3])).Status);
        }
        finally
        {
            Site.Clock.Now = null;
        }

        static Task<DoorAnswer> CodeAsync(DoorVisitor visitor, string code) =>
            visitor.PressAsync("/admin/sign-in/code", null, ("code", code));
    }

    [Fact]
    public async Task A_session_that_is_ended_elsewhere_is_dead_at_its_next_request()
    {
        var tenant = await Site.CreateTenantAsync();
        var email = Email();
        using var first = await Site.EnterAsync(tenant, email, "Reader");
        using var second = Site.Visit();
        Assert.Equal("/admin", (await second.SignInAsync(email, Password)).Location);
        var list = await first.GetAsync("/admin/sessions");
        Assert.Equal(2, list.Texts(".door-card h2").Count);

        await first.PressAsync("/admin/sessions", "End", ("session", list.Attribute("button[name=session]", "value")));

        Assert.StartsWith("/admin/sign-in", (await second.GetAsync("/admin")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_copy_of_a_session_is_dead_when_the_password_is_another()
    {
        var tenant = await Site.CreateTenantAsync();
        using var visitor = await Site.EnterAsync(tenant, Email(), "Reader");
        using var thief = Site.Visit();
        thief.Take(visitor.Session!);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/admin")).Status);

        await visitor.PressAsync("/admin/password", null, ("password", "lokomotiv kaffe måne trapp"));

        Assert.StartsWith("/admin/sign-in", (await thief.GetAsync("/admin")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_copy_of_a_session_is_dead_when_the_app_is_taken_away()
    {
        var tenant = await Site.CreateTenantAsync();
        using var visitor = await Site.EnterAsync(tenant, Email(), "Reader");
        await visitor.SetUpAppAsync(Site);
        using var thief = Site.Visit();
        thief.Take(visitor.Session!);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/admin")).Status);

        await visitor.PressAsync("/admin/app", "Remove");

        Assert.StartsWith("/admin/sign-in", (await thief.GetAsync("/admin")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).Status);
    }

    [Theory]
    [InlineData("a\u0301\u0316", 40_000)]
    [InlineData("a\uFFFE", 1)]
    [InlineData("\uFFFF", 1)]
    public async Task A_name_that_is_none_is_wrong_as_any_other(string text, int times)
    {
        using var visitor = Site.Visit();

        var answer = await visitor.SignInAsync(string.Concat(Enumerable.Repeat(text, times)), Password);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Texts("[role=alert]"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task On_localhost_the_door_is_for_nobody_behind_a_proxy(string header, string value)
    {
        using var visitor = Site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/sign-in", (header, value))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/sign-in")).Status);
    }

    [Fact]
    public async Task A_role_that_is_lost_counts_at_the_next_request()
    {
        var tenant = await Site.CreateTenantAsync();
        var (mine, hers) = (Email(), Email());
        using var administrator = await Site.EnterAsync(tenant, mine, "Administrator");
        using var other = await Site.EnterAsync(tenant, hers, "Administrator", "Reader");
        var people = $"/admin/sites/{tenant.Content.Tenant.Name}/people";
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(people)).Status);
        var account = await Site.AccountOfAsync(hers);

        var changed = await administrator.PressAsync(people, "Roles", ("person", account.AccountId), ("roles", "Reader"));
        var after = await other.GetAsync(people);
        var still = await other.GetAsync($"/admin/sites/{tenant.Content.Tenant.Name}");
        await administrator.PressAsync(people, "Person", ("person", account.AccountId), ("do", "end"));

        Assert.Equal(people, changed.Location);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (after.Status, still.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/admin/sites/{tenant.Content.Tenant.Name}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_link_that_is_opened_changes_nothing_and_one_that_is_pressed_holds_no_more()
    {
        var tenant = await Site.CreateTenantAsync();
        var link = await tenant.InviteAsync(Email(), "Reader");
        using var scanner = Site.Visit();
        for (var opened = 0; opened < 3; opened++)
        {
            var page = await scanner.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("noindex, nofollow", page.Headers["X-Robots-Tag"]);
            Assert.Empty(Elsewhere().Matches(page.Html));
        }

        using var visitor = Site.Visit();
        var weak = await visitor.PressAsync(link, "New", ("name", "Kari"), ("password", "passord12345"));
        var accepted = await visitor.AcceptAsync(link);
        var again = await scanner.PostAsync(
            link,
            "New",
            [("__RequestVerificationToken", (await scanner.GetAsync("/admin/sign-in")).Token)]
        );

        Assert.Equal((HttpStatusCode.OK, "/admin"), (weak.Status, accepted.Location));
        Assert.Contains("lett å gjette", weak.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await scanner.GetAsync(link)).Status, again.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await scanner.GetAsync($"/l/{new string('A', 43)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scanner.GetAsync("/l/short")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await scanner.GetAsync("/l")).Status);
    }

    [Fact]
    public async Task A_link_that_is_too_old_or_taken_back_holds_no_more()
    {
        var tenant = await Site.CreateTenantAsync();
        var email = Email();
        var first = await tenant.InviteAsync(email, "Reader");
        var second = await tenant.InviteAsync(email, "Reader");
        using var visitor = Site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(second)).Status);
        Site.Clock.Now = DateTimeOffset.UtcNow.AddDays(7).AddMinutes(1);
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(second)).Status);
        }
        finally
        {
            Site.Clock.Now = null;
        }
    }

    /// <summary>Names that are there and names that are not are told the same, and have to wait the same.</summary>
    [Fact]
    public async Task Guesses_are_slowed_down_for_everybody_alike_but_not_on_a_device_that_is_known()
    {
        var tenant = await Site.CreateTenantAsync();
        var email = Email();
        using var person = await Site.EnterAsync(tenant, email, "Reader");
        await person.PressAsync("/admin/sign-out", null);
        using var stranger = Site.Visit();
        var told = new List<string>();
        Site.Clock.Now = Site.Clock.GetUtcNow();
        foreach (var name in new[] { email, Email() })
        {
            var answers = new List<HttpStatusCode>();
            for (var guess = 0; guess < 7; guess++)
            {
                var answer = await stranger.SignInAsync(name, $"wrong guess number {guess}");
                answers.Add(answer.Status);
                told.Add(answer.Words.Replace(name, "", StringComparison.Ordinal));
            }

            Assert.Equal(5, answers.Count(status => status == HttpStatusCode.OK));
            Assert.Equal(2, answers.Count(status => status == HttpStatusCode.TooManyRequests));
        }

        Assert.Equal(told[..5], told[7..12]);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync(email, Password)).Status);
        Assert.Equal("/admin", (await person.SignInAsync(email, Password)).Location);
        Site.Clock.Now = null;
    }

    [Fact]
    public async Task A_form_counts_only_from_here_and_with_its_token()
    {
        var tenant = await Site.CreateTenantAsync();
        var email = Email();
        using var visitor = await Site.EnterAsync(tenant, email, "Reader");
        await visitor.PressAsync("/admin/sign-out", null);
        var token = (await visitor.GetAsync("/admin/sign-in")).Token;
        (string, string)[] right = [("__RequestVerificationToken", token), ("name", email), ("password", Password)];

        var without = await visitor.PostAsync("/admin/sign-in", null, right[1..]);
        var forged = await visitor.PostAsync("/admin/sign-in", null, right, ("Sec-Fetch-Site", "cross-site"));
        var foreign = await visitor.PostAsync("/admin/sign-in", null, right, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        var neighbour = await visitor.PostAsync("/admin/sign-in", null, right, ("Sec-Fetch-Site", "same-site"));
        Assert.Null(visitor.Session);
        var own = await visitor.PostAsync("/admin/sign-in", null, right, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Redirect),
            (without.Status, forged.Status, neighbour.Status, own.Status)
        );
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/admin")]
    [InlineData("/\\evil.example")]
    [InlineData("/admin/..//evil.example")]
    [InlineData("/stavanger/nb")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/administrator")]
    public async Task Nobody_is_sent_elsewhere_from_the_door(string to)
    {
        var tenant = await Site.CreateTenantAsync();
        var email = Email();
        using var visitor = await Site.EnterAsync(tenant, email, "Reader");
        var asked = Uri.EscapeDataString(to);

        var known = await visitor.GetAsync($"/admin/sign-in?to={asked}");
        var confirmed = await visitor.PressAsync($"/admin/confirm?to={asked}", null, ("shown", Password));
        await visitor.PressAsync("/admin/sign-out", null);
        var entered = await visitor.SignInAsync(email, Password, $"/admin/sign-in?to={asked}");

        Assert.Equal(("/admin", "/admin", "/admin"), (known.Location, confirmed.Location, entered.Location));
    }

    [Fact]
    public async Task A_tenants_own_address_leads_to_the_door_and_back()
    {
        var tenant = await Site.CreateTenantAsync();
        var name = tenant.Content.Tenant.Name;
        using var visitor = Site.Visit();

        var led = await visitor.GetAsync($"/{name}/admin/people");
        var asked = await visitor.GetAsync($"/admin/sites/{name}/people");

        Assert.Equal($"/admin/sites/{name}/people", led.Location);
        Assert.Equal($"/admin/sign-in?to=%2Fadmin%2Fsites%2F{name}%2Fpeople", asked.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/sites/nobody/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/nothing")).Status);
    }

    /// <summary>Whatever comes with a request, a public page is the same, from the same memory, and sets nothing.</summary>
    [Fact]
    public async Task Public_pages_know_nobody()
    {
        var tenant = await Site.CreateTenantAsync();
        using var visitor = await Site.EnterAsync(tenant, Email(), "Administrator");
        using var stranger = Site.Visit();
        foreach (var path in new[] { $"/{tenant.Content.Tenant.Name}/nb", "/nb" })
        {
            var unknown = await stranger.GetAsync(path);
            var known = await visitor.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, known.Status);
            Assert.Equal(unknown.Html, known.Html);
            Assert.False(known.Headers.ContainsKey("Set-Cookie"));
            Assert.DoesNotContain("/admin", known.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_session_counts_in_the_api_beside_the_header_alone()
    {
        var tenant = await Site.CreateTenantAsync();
        using var visitor = await Site.EnterAsync(tenant, Email(), "Editor");
        var address = $"{tenant.Address}?query={Uri.EscapeDataString("{ me { userName } }")}";

        var alone = await visitor.GetAsync(address);
        var meant = await visitor.GetAsync(address, ("X-Requested-With", "fetch"));

        Assert.DoesNotContain("\"userName\":\"", alone.Html, StringComparison.Ordinal);
        Assert.Contains("\"userName\":\"", meant.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_door_answers_may_be_framed_and_kept_by_nobody()
    {
        using var visitor = Site.Visit();

        var page = await visitor.GetAsync("/admin/sign-in");

        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        var cookie = page.Headers["Set-Cookie"];
        Assert.Matches("^voldcms-form=[^;]+; path=/; samesite=strict; httponly$", cookie);
    }

    private static string Email() => $"{Guid.NewGuid():N}@example.no";

    [GeneratedRegex("(src|href)=\"(https?:)?//")]
    private static partial Regex Elsewhere();
}

public sealed class SqliteDoorTests(ApiOnSqlite site) : DoorTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlDoorTests(ApiOnPostgreSql site) : DoorTests(site), IClassFixture<ApiOnPostgreSql>;
