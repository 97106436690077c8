using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.Passkeys;
using VoldCms.Users.People;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>A person's passkeys: made, named, taken away.</summary>
internal sealed class PasskeyListPage(PersonPasskeys passkeys, OwnAccount account, SignInSteps steps) : DoorPage
{
    private const int LongestName = 60;

    public override Wording Title => T["Passkeys"];

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>New recovery codes, this once; null while none have been made.</summary>
    public IReadOnlyList<string>? Recovery { get; private set; }

    /// <summary>For one more; null while she has not shown a factor just now, or has as many as one may.</summary>
    public PasskeyForm? Form { get; private set; }

    public static string ConfirmHref => ReturnPath.With(DoorAddresses.Confirm, DoorAddresses.Passkeys);

    protected override SessionStage? Needs => SessionStage.Enrolling;

    protected override bool NeedsProof => true;

    /// <summary>Since when she has it, and when it was last used.</summary>
    public Wording Times(Passkey passkey) =>
        T["Since {0}, last used {1}", SessionListPage.Moment(passkey.CreatedAt), SessionListPage.Moment(passkey.UsedAt)];

    public DoorField NameOf(Passkey passkey) =>
        new($"name-{passkey.PasskeyId}", T["What you call it"], "text", "off") { Value = passkey.Name };

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostPasskeyAsync(string? state, string? answer, string? passkeyName)
    {
        var name = NameFrom(passkeyName);
        if (
            await passkeys.ReadNewAsync(HttpContext, Me, state, answer) is not { } made
            || await account.AddPasskeyAsync(Person!, made, name, Stop) is not { } added
        )
        {
            Problem = T["That did not work. Try once more."];
            await ReadAsync();
            return Page();
        }

        Recovery = added.Recovery;
        await steps.BeginAsync(HttpContext, added.Account, Person!.Session, isCodeShown: true, Stop);
        return Recovery is null ? Redirect(DoorAddresses.Passkeys) : Page();
    }

    public async Task<IActionResult> OnPostRenameAsync(string? passkey)
    {
        var name = NameFrom(Request.Form[$"name-{passkey}"]);
        await account.RenamePasskeyAsync(Person!, passkey ?? "", name, Stop);
        return Redirect(DoorAddresses.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? passkey)
    {
        if (await account.RemovePasskeyAsync(Person!, passkey ?? "", Stop) is { } changed)
        {
            await steps.BeginAsync(HttpContext, changed, Person!.Session, isCodeShown: true, Stop);
        }

        return Redirect(DoorAddresses.Passkeys);
    }

    // What cannot be a name is the device's.
    private string NameFrom(string? given) =>
        given?.Trim() is { Length: > 0 and <= LongestName } name && PersonName.IsAllowed(name) ? name : Device;

    private string Device => DeviceName.Of(Request.Headers.UserAgent.ToString());

    private async Task ReadAsync()
    {
        Passkeys = await passkeys.ListAsync(Me.AccountId, Stop);
        if (IsFresh && Passkeys.Count < PersonPasskeys.MostOfOne)
        {
            Form = new(this, await passkeys.OfferAsync(HttpContext, Me), T["Make a passkey"]) { IsNew = true, Name = Device };
        }
    }
}
