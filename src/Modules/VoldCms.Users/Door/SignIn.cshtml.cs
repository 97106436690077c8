using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The first step: name or address, and password. It is the same for those who are there and those who are not.</summary>
internal sealed class SignInPage(SignInSteps steps, PersonPasskeys passkeys) : DoorPage
{
    private string _name = "";

    public override Wording Title => T["Sign in"];

    public DoorField NameField =>
        new("name", T["E-mail address or user name"], "text", "username") { Value = _name, IsWrong = Problem is not null };

    public DoorField PasswordField => new("password", T["Password"], "password", "current-password") { IsWrong = Problem is not null };

    /// <summary>Whoever has a passkey needs no name.</summary>
    public PasskeyForm Form { get; private set; } = null!;

    protected override SessionStage? Needs => null;

    /// <inheritdoc/>
    protected override async Task PrepareAsync() =>
        Form = new(this, await passkeys.AskAsync(HttpContext, null), T["Sign in with a passkey"]);

    public IActionResult OnGet() => Person is { } person ? DoorGuard.GoOn(person.Session.Stage, To) : Page();

    public async Task<IActionResult> OnPostPasskeyAsync(string? state, string? answer)
    {
        var result = await steps.EnterByPasskeyAsync(HttpContext, person: null, state, answer, Stop);
        return result is SignInAnswer.Done done ? DoorGuard.GoOn(done.Stage, To) : Refuse(result, T["That did not work. Try once more."]);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        _name = name ?? "";
        var result = await steps.EnterAsync(HttpContext, _name, password ?? "", Stop);
        return result is SignInAnswer.Done done ? DoorGuard.GoOn(done.Stage, To) : Refuse(result, T["The name or the password is wrong."]);
    }
}
