using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The second step, for those who have a second factor: a code of the app, or a recovery code.</summary>
internal sealed class SignInCodePage(SignInSteps steps, PersonPasskeys passkeys) : DoorPage
{
    public override Wording Title => T["Show that it is you"];

    public DoorField CodeField => new("code", T["Code"], "text", "one-time-code") { Hint = CodeHint, IsWrong = Problem is not null };

    /// <summary>For her who has a passkey; null without one.</summary>
    public PasskeyForm? Form { get; private set; }

    protected override SessionStage? Needs => SessionStage.Code;

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
        var result = await steps.EnterByPasskeyAsync(HttpContext, Person, state, answer, Stop);
        return result is SignInAnswer.Done done ? DoorGuard.GoOn(done.Stage, To) : Refuse(result, T["That did not work. Try once more."]);
    }

    public IActionResult OnGet() =>
        Person is { Session.Stage: > SessionStage.Code } person ? DoorGuard.GoOn(person.Session.Stage, To) : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (Person is not { Session.Stage: SessionStage.Code } person)
        {
            return Redirect(To);
        }

        var result = await steps.EnterCodeAsync(HttpContext, person, code ?? "", Stop);
        return result is SignInAnswer.Done done
            ? DoorGuard.GoOn(done.Stage, To)
            : Refuse(result, T["The code is wrong, or it has been used."]);
    }
}
