using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Users.Door;
using VoldCms.IntegrationTests.Web;
using VoldCms.Users.Mail;

namespace VoldCms.IntegrationTests.Users.Mail;

/// <summary>Links that go by mail, read where the mail server has them.</summary>
public sealed class LinkMailTests(LinkMailTests.MailSite site) : ApiTest(site), IClassFixture<LinkMailTests.MailSite>
{
    private readonly MailSite _site = site;

    [Theory]
    [InlineData("nb", "Lenken din", "Du er invitert")]
    [InlineData("nn", "Lenkja di", "Opne denne lenkja")]
    [InlineData("en", "Your link", "You have been invited")]
    public async Task An_invitation_goes_to_its_person_alone_and_says_nothing_of_the_subject(string language, string subject, string words)
    {
        var tenant = await Site.CreateTenantAsync();
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");
        var invited = Email();

        var answer = await InviteAsync(administrator, tenant, invited, language);

        var mail = Assert.Single(_site.Mail.Take());
        Assert.Equal((invited, "no-reply@example.no", subject), (mail.To.ToString(), mail.From.ToString(), mail.Subject));
        Assert.Null(mail.HtmlBody);
        var text = mail.TextBody ?? "";
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.All(
            new[] { "vold", "krise", "overgrep", "violence", "Administrator", "Reader", tenant.Content.Tenant.Name },
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal("example.no", mail.MessageId!.Split('@')[1]);
        var link = LinkIn(text);
        Assert.Empty(answer.Texts(".door-key"));
        Assert.Contains(invited, answer.Texts("[role=status]")[0], StringComparison.Ordinal);

        using var visitor = Site.Visit();
        Assert.Equal("/admin", (await visitor.AcceptAsync(link)).Location);
        Assert.DoesNotContain(_site.Log, line => line.Contains(invited, StringComparison.OrdinalIgnoreCase) || line.Contains(link[3..]));
    }

    [Fact]
    public async Task A_mail_that_is_refused_leaves_the_invitation_and_shows_its_link()
    {
        var tenant = await Site.CreateTenantAsync();
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");
        var invited = Email();
        _site.Mail.Refusal = line => $"550 no such mailbox {line}";
        var answer = await InviteAsync(administrator, tenant, invited, "nb");
        _site.Mail.Refusal = null;

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("E-posten kunne ikke sendes", answer.Words, StringComparison.Ordinal);
        Assert.Contains(invited, string.Join(' ', answer.Texts("#invited ~ ul h3")), StringComparison.Ordinal);
        var link = new Uri(Assert.Single(answer.Texts(".door-key"))).AbsolutePath;
        using var visitor = Site.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
        Assert.Contains(_site.Log, line => line.Contains("could not be sent (RecipientNotAccepted", StringComparison.Ordinal));
        Assert.DoesNotContain(_site.Log, line => line.Contains(invited, StringComparison.OrdinalIgnoreCase) || line.Contains(link[3..]));
    }

    [Fact]
    public async Task A_link_for_a_new_password_goes_to_the_accounts_own_address_in_its_language()
    {
        var tenant = await Site.CreateTenantAsync();
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");
        var hers = Email();
        using var person = await Site.EnterAsync(tenant, hers, "Reader");
        await person.PressAsync("/admin", "Language", ("language", "nn"));
        var account = await Site.AccountOfAsync(hers);
        _site.Mail.Take();

        var answer = await administrator.PressAsync(PeopleOf(tenant), "Person", ("person", account.AccountId), ("do", "reset"));

        var mail = Assert.Single(_site.Mail.Take());
        Assert.Equal((hers, "Lenkja di"), (mail.To.ToString(), mail.Subject));
        Assert.Empty(answer.Texts(".door-key"));
        using var visitor = Site.Visit();
        Assert.Equal("/admin", (await visitor.PressAsync(LinkIn(mail.TextBody ?? ""), null, ("password", DoorSite.Password))).Location);
    }

    [Theory]
    [InlineData("", null, null, MailSecurity.StartTls, null)]
    [InlineData("", "a@example.no", null, MailSecurity.StartTls, "VoldCms:Mail:Host is missing")]
    [InlineData("mail.example.no", null, null, MailSecurity.StartTls, "VoldCms:Mail:From is ''")]
    [InlineData("mail.example.no", "a@example.no", null, MailSecurity.StartTls, null)]
    [InlineData("mail.example.no", "Kari <a@example.no>", null, MailSecurity.StartTls, "VoldCms:Mail:From is 'Kari")]
    [InlineData("mail.example.no", "a@example.no", "me", MailSecurity.StartTls, "VoldCms:Mail:UserName and Password")]
    [InlineData("mail.example.no", "a@example.no", null, MailSecurity.None, "VoldCms:Mail:Security is None")]
    [InlineData("localhost", "a@example.no", null, MailSecurity.None, null)]
    public void Half_a_setting_stops_the_start(string host, string? from, string? name, object security, string? problem)
    {
        var options = new MailOptions
        {
            Host = host,
            From = from,
            UserName = name,
            Security = (MailSecurity)security,
        };

        var judged = new MailOptionsCheck().Validate(null, options);

        Assert.StartsWith(problem ?? "", judged.FailureMessage ?? "", StringComparison.Ordinal);
        Assert.Equal(problem is null, judged == ValidateOptionsResult.Success);
    }

    /// <summary>Anybody can send a broken cookie: it is no event.</summary>
    [Fact]
    public async Task A_form_cookie_that_is_broken_is_not_in_the_log()
    {
        using var visitor = Site.Visit();
        var before = _site.Log.Count;

        var page = await visitor.GetAsync("/admin/sign-in", ("Cookie", "voldcms-form=broken; voldcms=broken; voldcms-device=broken"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(_site.Log.Skip(before), line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static string Email() => $"{Guid.NewGuid():N}@example.no";

    private static string PeopleOf(ApiTenant tenant) => $"/admin/sites/{tenant.Content.Tenant.Name}/people";

    private static string LinkIn(string text) => new Uri(text.Split('\n').Single(line => line.Contains("/l/")).Trim()).AbsolutePath;

    private static Task<DoorAnswer> InviteAsync(DoorVisitor administrator, ApiTenant tenant, string email, string language) =>
        administrator.PressAsync(PeopleOf(tenant), "Invite", ("email", email), ("roles", "Reader"), ("language", language));

    /// <summary>The program with a mail server, and its log.</summary>
    public sealed class MailSite() : ApiSite(DatabaseProvider.Sqlite)
    {
        private readonly ConcurrentQueue<string> _log = new();

        internal FakeMailServer Mail { get; } = new();

        internal IReadOnlyCollection<string> Log => _log;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("VoldCms:Mail:Host", "localhost");
            builder.UseSetting("VoldCms:Mail:Port", Mail.Port.ToString(CultureInfo.InvariantCulture));
            builder.UseSetting("VoldCms:Mail:Security", "None");
            builder.UseSetting("VoldCms:Mail:From", "no-reply@example.no");
            builder.UseSetting("Logging:LogLevel:Default", "Trace");
            builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "None");
            builder.ConfigureServices(services =>
                services.AddLogging(logging => logging.ClearProviders().AddProvider(new KeepingLoggerProvider(_log)))
            );
        }

        public override async ValueTask DisposeAsync()
        {
            Mail.Dispose();
            await base.DisposeAsync();
        }
    }
}
