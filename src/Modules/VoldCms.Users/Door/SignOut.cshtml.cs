using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>Ends the session, here and in the browser. Asked for by a press alone.</summary>
internal sealed class SignOutPage(OwnAccount account, DoorCookies cookies) : DoorPage
{
    public override Wording Title => T["Sign out"];

    protected override SessionStage? Needs => SessionStage.Code;

    public async Task<IActionResult> OnPostAsync()
    {
        await account.EndSessionAsync(Person!, Person!.Session.SessionId, Stop);
        cookies.ClearSession(Response);

        // Not "cookies": the mark of a known device stays, so that nobody else's tries lock its person out.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect(DoorAddresses.SignIn);
    }
}
