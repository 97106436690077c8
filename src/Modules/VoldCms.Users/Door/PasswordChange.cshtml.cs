using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.Accounts;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>Another password.</summary>
internal sealed class PasswordChangePage(OwnAccount account, SignInSteps steps) : DoorPage
{
    public override Wording Title => T["Change your password"];

    public bool IsDone { get; private set; }

    public static string ConfirmHref => ReturnPath.With(DoorAddresses.Confirm, DoorAddresses.Password);

    public DoorField PasswordField =>
        new("password", T["New password"], "password", "new-password")
        {
            Hint = T["At least {0} characters: some words that have nothing to do with each other.", Passwords.MinimumLength],
            IsWrong = Problem is not null,
        };

    protected override bool NeedsProof => true;

    public async Task OnPostAsync(string? password)
    {
        Problem = FindPasswordProblem(password ?? "", Me.UserName, Me.Email, Me.DisplayName);
        if (Problem is null)
        {
            var changed = await account.SetPasswordAsync(Person!, password ?? "", Stop);
            await steps.BeginAsync(HttpContext, changed, Person!.Session, isCodeShown: true, Stop);
            IsDone = true;
        }
    }
}
