using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using VoldCms.Hosting.Localization;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>Where one is signed in; each can be ended, and is dead at its next request.</summary>
internal sealed class SessionListPage(Sessions sessions, OwnAccount account) : DoorPage
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public override Wording Title => T["Where you are signed in"];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Day and time as people here read them.</summary>
    public static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, s_zone).ToString("g", CultureInfo.CurrentCulture);

    public async Task OnGetAsync() => Sessions = await sessions.ListAsync(Me.AccountId, Stop);

    public async Task<IActionResult> OnPostEndAsync(string? session)
    {
        await account.EndSessionAsync(Person!, session ?? "", Stop);
        return Redirect(DoorAddresses.Sessions);
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await account.EndOtherSessionsAsync(Person!, Stop);
        return Redirect(DoorAddresses.Sessions);
    }
}
