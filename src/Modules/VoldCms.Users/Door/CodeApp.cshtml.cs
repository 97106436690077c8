using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Text;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The second factor: an app on one's phone that makes codes, and the recovery codes beside it.</summary>
internal sealed class CodeAppPage(OwnAccount account, AppCodes codes, SignInSteps steps) : DoorPage
{
    public override Wording Title => T["Codes from your phone"];

    /// <summary>The key of an app that is being set up.</summary>
    public string? Secret { get; private set; }

    /// <summary>The same, as only this installation can read it: the form carries it until the first code is right.</summary>
    public string ProtectedSecret => codes.Protect(Secret ?? "");

    /// <summary>New recovery codes, this once.</summary>
    public IReadOnlyList<string>? Recovery { get; private set; }

    public bool IsAsked => Person is { Session.Stage: SessionStage.Enrolling };

    public static string ConfirmHref => ReturnPath.With(DoorAddresses.Confirm, DoorAddresses.App);

    public IHtmlContent Picture => QrSvg.Render(AppCodes.AddressOf(Secret!, HostName, Me.UserName), T["Key as a picture"].Value);

    /// <summary>How many recovery codes are left.</summary>
    public Wording Left =>
        T.Plural(Me.RecoveryCodes, "Codes are set up. {0} recovery code is left.", "Codes are set up. {0} recovery codes are left.");

    public DoorField CodeField =>
        new("code", T["The code that it shows"], "text", "one-time-code") { InputMode = "numeric", IsWrong = Problem is not null };

    protected override SessionStage? Needs => SessionStage.Enrolling;

    protected override bool NeedsProof => true;

    public void OnGet() => Secret = Me.HasCodes ? null : AppCodes.NewSecret();

    public async Task<IActionResult> OnPostSetAsync(string? protectedSecret, string? code)
    {
        if (Me.HasCodes)
        {
            return Redirect(DoorAddresses.App);
        }

        Secret = codes.Unprotect(protectedSecret ?? "");
        if (Secret is not { Length: > 0 } secret)
        {
            return BadRequest();
        }

        if (codes.FindStep(secret, code ?? "") is not { } step)
        {
            Problem = T["The code is wrong. Take the newest one."];
            return Page();
        }

        var (recovery, changed) = await account.SetAppAsync(Person!, secret, step, Stop);
        await steps.BeginAsync(HttpContext, changed, Person!.Session, isCodeShown: true, Stop);
        Recovery = recovery;
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        if (!Me.HasCodes)
        {
            return Redirect(DoorAddresses.App);
        }

        Recovery = await account.RenewRecoveryAsync(Person!, Stop);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var changed = await account.RemoveAppAsync(Person!, Stop);
        await steps.BeginAsync(HttpContext, changed, Person!.Session, isCodeShown: true, Stop);
        return Redirect(DoorAddresses.App);
    }
}
