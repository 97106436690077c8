using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>Asks for a factor again, before factors, roles or keys are changed.</summary>
internal sealed class ConfirmPage(SignInSteps steps, PersonPasskeys passkeys) : DoorPage
{
    public override Wording Title => T["Show that it is you"];

    public DoorField ShownField =>
        Me.HasSecondFactor
            ? new("shown", T["Code"], "text", "one-time-code") { Hint = CodeHint, IsWrong = Problem is not null }
            : new("shown", T["Password"], "password", "current-password") { IsWrong = Problem is not null };

    /// <summary>For her who has a passkey; null without one.</summary>
    public PasskeyForm? Form { get; private set; }

    protected override SessionStage? Needs => SessionStage.Enrolling;

    /// <inheritdoc/>
    protected override async Task PrepareAsync()
    {
        if (Me.Passkeys > 0)
        {
            Form = new(this, await passkeys.AskAsync(HttpContext, Me), T["Use a passkey"]);
        }
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? state, string? answer)
    {
        var result = await steps.ProveByPasskeyAsync(HttpContext, Person!, state, answer, Stop);
        return result is SignInAnswer.Done ? Redirect(To) : Refuse(result, T["That did not work. Try once more."]);
    }

    public async Task<IActionResult> OnPostAsync(string? shown)
    {
        var result = await steps.ProveAsync(HttpContext, Person!, shown ?? "", Stop);
        return result is SignInAnswer.Done ? Redirect(To)
            : Me.HasSecondFactor ? Refuse(result, T["The code is wrong, or it has been used."])
            : Refuse(result, T["The password is wrong."]);
    }
}
