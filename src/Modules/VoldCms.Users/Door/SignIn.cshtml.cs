using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The first step: name or address, and password. It is the same for those who are there and those who are not.</summary>
internal sealed class SignInPage(SignInSteps steps) : DoorPage
{
    private string _name = "";

    public override Wording Title => T["Sign in"];

    public DoorField NameField =>
        new("name", T["E-mail address or user name"], "text", "username") { Value = _name, IsWrong = Problem is not null };

    public DoorField PasswordField => new("password", T["Password"], "password", "current-password") { IsWrong = Problem is not null };

    protected override SessionStage? Needs => null;

    public IActionResult OnGet() => Person is { } person ? GoOn(person.Session.Stage, To) : Page();

    public async Task<IActionResult> OnPostAsync(string? name, string? password)
    {
        _name = name ?? "";
        var result = await steps.EnterAsync(HttpContext, _name, password ?? "", Stop);
        return result is SignInAnswer.Done done ? GoOn(done.Stage, To) : Refuse(result, T["The name or the password is wrong."]);
    }
}
