using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>Asks for a factor again, before factors, roles or keys are changed.</summary>
internal sealed class ConfirmPage(SignInSteps steps) : DoorPage
{
    public override Wording Title => T["Show that it is you"];

    public DoorField ShownField =>
        Me.HasCodes
            ? new("shown", T["Code"], "text", "one-time-code")
            {
                Hint = T["Six digits from the app on your phone, or one of your recovery codes."],
                IsWrong = Problem is not null,
            }
            : new("shown", T["Password"], "password", "current-password") { IsWrong = Problem is not null };

    protected override SessionStage? Needs => SessionStage.Enrolling;

    public async Task<IActionResult> OnPostAsync(string? shown)
    {
        var result = await steps.ProveAsync(HttpContext, Person!, shown ?? "", Stop);
        return result is SignInAnswer.Done ? Redirect(To)
            : Me.HasCodes ? Refuse(result, T["The code is wrong, or it has been used."])
            : Refuse(result, T["The password is wrong."]);
    }
}
