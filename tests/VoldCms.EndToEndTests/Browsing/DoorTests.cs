using Microsoft.Playwright;
using VoldCms.EndToEndTests.Judges;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// The whole way of the first administrator in a browser, from the link of the command to a colleague who is invited; each page
/// on the way has no script, is judged by axe, narrow and wide, light and dark; and the log has nothing of it.
/// </summary>
public sealed class DoorTests(SeededSite site, Browser browser)
{
    [Fact]
    public async Task The_first_administrator_comes_in_and_invites_a_colleague()
    {
        var faults = new List<string>();
        var email = $"{Guid.NewGuid():N}@example.no";
        var link = await DoorSite.InviteAsync(site, email);
        await using var visit = await browser.VisitAsync(
            site.Address,
            new()
            {
                Locale = "nb-NO",
                ViewportSize = new() { Width = 360, Height = 800 },
            }
        );
        var page = visit.Page;

        await visit.OpenAsync("/admin");
        await JudgeAsync("sign-in");
        await page.FillAsync("#name", email);
        await page.FillAsync("#password", "feil passord er feil");
        await PressAsync("Logg inn");
        Assert.Equal("Navnet eller passordet er feil.", await page.InnerTextAsync("#problem"));
        await JudgeAsync("sign-in, wrong");

        await visit.OpenAsync(link);
        await JudgeAsync("invitation");
        await page.FillAsync("#password", DoorSite.Password);
        await PressAsync("Godta");
        Assert.EndsWith("/admin/app", page.Url, StringComparison.Ordinal);
        await JudgeAsync("app");
        var secret = await page.InnerTextAsync(".door-key");
        await page.FillAsync("#code", DoorSite.CodeOf(secret));
        await PressAsync("Sett opp");
        var recovery = await page.Locator(".door-codes code").AllInnerTextsAsync();
        await JudgeAsync("recovery codes");
        await page.ClickAsync("text=Jeg har tatt vare på dem");
        Assert.Contains("Kari Nordmann", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await JudgeAsync("home");

        await page.ClickAsync("main a >> text=Prøve");
        await JudgeAsync("tenant");
        await page.ClickAsync("text=Folk");
        await JudgeAsync("people");
        var colleague = $"{Guid.NewGuid():N}@example.no";
        await page.FillAsync("#email", colleague);
        await page.CheckAsync("#new-Administrator");
        await PressAsync("Lag invitasjonen");
        var given = await page.InnerTextAsync(".ds-alert .door-key");
        await JudgeAsync("invited");
        await page.ClickAsync("text=Nøkler for programmer");
        await page.FillAsync("#name", "Skolens app");
        await PressAsync("Lag nøkkelen");
        var key = await page.InnerTextAsync(".ds-alert .door-key");
        await JudgeAsync("keys");
        await visit.OpenAsync("/admin/sessions");
        await JudgeAsync("sessions");
        await visit.OpenAsync("/admin/password");
        await JudgeAsync("password");

        await PressAsync("Logg ut");
        await page.FillAsync("#name", email);
        await page.FillAsync("#password", DoorSite.Password);
        await PressAsync("Logg inn");
        await JudgeAsync("code");
        await page.FillAsync("#code", recovery[0]);
        await PressAsync("Fortsett");
        Assert.EndsWith("/admin", page.Url, StringComparison.Ordinal);

        Faults.AssertNone(faults);
        Assert.DoesNotContain(visit.Complaints, line => !line.Contains("status of 4", StringComparison.Ordinal));
        string[] secrets = [link["/l/".Length..], key, given.Split('/')[^1], secret, .. recovery, DoorSite.Password, email, colleague];
        Faults.AssertNone(
            from line in site.Log
            from each in secrets
            where line.Contains(each, StringComparison.OrdinalIgnoreCase)
            select $"in the log: {line.Length} characters that hold a secret of {each.Length}"
        );

        Task PressAsync(string name) => page.PressAsync(name);

        async Task JudgeAsync(string what) => faults.AddRange(await DoorSite.JudgeAsync(page, what));
    }
}
