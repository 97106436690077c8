using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.People;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>What a link that is a secret shows.</summary>
internal enum LinkKindShown
{
    /// <summary>It does not hold, whatever it was.</summary>
    Gone,

    /// <summary>A new password.</summary>
    Reset,

    /// <summary>A place to work.</summary>
    Invitation,
}

/// <summary>
/// The page of a link that is a secret. Opening it changes nothing; the press does, once. How an invitation looks does not depend on
/// whether its address has an account.
/// </summary>
internal sealed class OpenLinkPage(
    SecretLinks links,
    TenantDirectory tenants,
    TenantContext tenantContext,
    TenantConfigurations configurations,
    PasswordReset reset,
    TenantPeople people,
    IUnitOfWorkFactory units,
    Joining joining,
    SignInSteps steps
) : DoorPage
{
    private SecretLink? _link;
    private Account? _account;
    private Invitation? _invitation;
    private string _name = "";

    public LinkKindShown Kind =>
        _account is not null ? LinkKindShown.Reset
        : _invitation is not null ? LinkKindShown.Invitation
        : LinkKindShown.Gone;

    public override Wording Title =>
        Kind switch
        {
            LinkKindShown.Reset => T["New password"],
            LinkKindShown.Invitation => T["Invitation"],
            _ => T["This link does not hold"],
        };

    public string Secret { get; private set; } = "";

    public string TenantName { get; private set; } = "";

    public bool IsSignedIn => Person is { Session.Stage: SessionStage.Full };

    /// <summary>What one signs in with afterwards.</summary>
    public string UserName => _account?.UserName ?? _invitation?.Email ?? "";

    public DoorField NameField => new("name", T["Your name"], "text", "name") { Value = _name };

    public DoorField PasswordField =>
        new("password", T["New password"], "password", "new-password")
        {
            Hint = T["At least {0} characters: some words that have nothing to do with each other.", Passwords.MinimumLength],
            IsWrong = Problem is not null,
        };

    protected override SessionStage? Needs => null;

    /// <inheritdoc/>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                await FindAsync((string?)RouteData.Values["secret"]);
                if (Kind == LinkKindShown.Gone)
                {
                    Response.StatusCode = StatusCodes.Status404NotFound;
                    context.Result = Page();
                    return null!;
                }

                return await next();
            }
        );

    public void OnGet() => _name = _invitation?.DisplayName ?? "";

    /// <summary>The new password.</summary>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (_account is not { } account)
        {
            return BadRequest();
        }

        Problem = FindPasswordProblem(password ?? "", account.UserName, account.Email, account.DisplayName);
        if (Problem is not null)
        {
            return Page();
        }

        return await ResetAsync(_link!, password ?? "") is { } changed ? await EnterAsync(changed) : Gone();
    }

    /// <summary>The invitation is accepted with a new account.</summary>
    public async Task<IActionResult> OnPostNewAsync(string? name, string? password)
    {
        if (_invitation is not { } invitation)
        {
            return BadRequest();
        }

        _name = name?.Trim() ?? "";
        Problem = PersonName.IsAllowed(_name)
            ? FindPasswordProblem(password ?? "", invitation.Email, _name)
            : T["A name has at most {0} characters, and none that cannot be seen.", PersonName.MaximumLength];
        if (Problem is not null)
        {
            return Page();
        }

        if (await joining.AcceptNewAsync(_link!, _name, password ?? "", Stop) is { } account)
        {
            return await EnterAsync(account);
        }

        // A second press of the same form, or one that came too late.
        if (await links.FindAsync(Secret, Stop) is null)
        {
            return Gone();
        }

        Problem = T["Somebody signs in with this address already. Is it you? Sign in first, then open the link once more."];
        return Page();
    }

    /// <summary>The invitation is accepted by somebody who has signed in.</summary>
    public async Task<IActionResult> OnPostAcceptAsync()
    {
        if (_invitation is null || !IsSignedIn)
        {
            return BadRequest();
        }

        return await joining.AcceptAsync(_link!, Me, Stop) ? Redirect(DoorAddresses.Home) : Gone();
    }

    private async Task<Account?> ResetAsync(SecretLink link, string password)
    {
        if (link.TenantId == 0)
        {
            return await reset.CompleteAsync(link, password, Stop);
        }

        await using var work = await units.BeginAsync(Stop);
        var account = await people.CompleteResetAsync(work, link, password, Stop);
        if (account is not null)
        {
            await work.CommitAsync(Stop);
        }

        return account;
    }

    private async Task FindAsync(string? secret)
    {
        _link = await links.FindAsync(secret, Stop);
        Secret = _link is null ? "" : secret!;
        switch (_link?.Purpose)
        {
            case LinkPurpose.Reset when _link.TenantId == 0:
                _account = await reset.FindAccountAsync(_link, Stop);
                break;
            case LinkPurpose.Reset when await FindTenantAsync(_link.TenantId) is { } tenant:
                tenantContext.Set(tenant);
                _account = await reset.FindAccountAsync(_link, Stop);
                break;
            case LinkPurpose.Invitation when await FindTenantAsync(_link.TenantId) is { } tenant:
                tenantContext.Set(tenant);
                var settings = (await configurations.GetRecentAsync(tenant.Id, Stop)).Configuration.Settings;
                TenantName = settings.SiteName is { Length: > 0 } name ? name : tenant.Name;
                _invitation = Invitation.Read(_link.Data);
                break;
        }
    }

    private async Task<Tenant?> FindTenantAsync(int id) =>
        (await tenants.ListAsync(Stop)).FirstOrDefault(tenant => tenant.Id.Value == id && tenant.State == TenantState.Running);

    private async Task<IActionResult> EnterAsync(Account account) =>
        await steps.BeginAsync(HttpContext, account, before: null, isCodeShown: false, Stop) is SignInAnswer.Done done
            ? DoorGuard.GoOn(done.Stage, DoorAddresses.Home)
            : Redirect(DoorAddresses.SignIn);

    private PageResult Gone()
    {
        (_account, _invitation) = (null, null);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
