using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The second step, for those who have a second factor: a code of the app, or a recovery code.</summary>
internal sealed class SignInCodePage(SignInSteps steps) : DoorPage
{
    public override Wording Title => T["Show that it is you"];

    public DoorField CodeField =>
        new("code", T["Code"], "text", "one-time-code")
        {
            Hint = T["Six digits from the app on your phone, or one of your recovery codes."],
            IsWrong = Problem is not null,
        };

    protected override SessionStage? Needs => SessionStage.Code;

    public IActionResult OnGet() => Person is { Session.Stage: > SessionStage.Code } person ? GoOn(person.Session.Stage, To) : Page();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (Person is not { Session.Stage: SessionStage.Code } person)
        {
            return Redirect(To);
        }

        var result = await steps.EnterCodeAsync(HttpContext, person, code ?? "", Stop);
        return result is SignInAnswer.Done done ? GoOn(done.Stage, To) : Refuse(result, T["The code is wrong, or it has been used."]);
    }
}
