using Microsoft.Playwright;
using VoldCms.EndToEndTests.Judges;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// Passkeys in a browser that has a virtual authenticator: an invited administrator makes one instead of codes, signs in by it without a
/// name, shows by it that it is she, and takes it away.
/// </summary>
public sealed class PasskeyTests(SeededSite site, Browser browser)
{
    [Fact]
    public async Task A_passkey_is_made_used_named_and_taken_away()
    {
        var faults = new List<string>();
        var email = $"{Guid.NewGuid():N}@example.no";
        await using var visit = await VisitAsync();
        var page = visit.Page;
        var authenticator = await Authenticator.PlugInAsync(page);

        await visit.OpenAsync(await DoorSite.InviteAsync(site, email));
        await page.FillAsync("#password", DoorSite.Password);
        await PressAsync("Godta");
        Assert.EndsWith("/admin/app", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("text=Eller lag en passnøkkel");
        await JudgeAsync("passkeys, new");
        await page.FillAsync("#passkeyName", "Den lille nøkkelen");
        await PressAsync("Lag en passnøkkel");
        await page.WaitForSelectorAsync(".door-codes");
        var recovery = await page.Locator(".door-codes code").AllInnerTextsAsync();
        Assert.Equal(10, recovery.Count);
        await JudgeAsync("passkeys, recovery codes");
        await page.ClickAsync("text=Jeg har tatt vare på dem");
        Assert.EndsWith("/admin", page.Url, StringComparison.Ordinal);

        await PressAsync("Logg ut");
        await JudgeAsync("sign-in with passkey");
        var sent = page.WaitForRequestAsync(request => request.Method == "POST");
        await PressAsync("Logg inn med passnøkkel");
        await page.WaitForURLAsync("**/admin");
        var replayed = (await sent).PostData!;

        // The password alone opens nothing any more; the passkey is the second step too, and so is a recovery code.
        await PressAsync("Logg ut");
        await SignInAsync();
        await JudgeAsync("code with passkey");
        await PressAsync("Bruk passnøkkel");
        await page.WaitForURLAsync("**/admin");
        await PressAsync("Logg ut");
        await SignInAsync();
        await page.FillAsync("#code", recovery[4]);
        await PressAsync("Fortsett");
        Assert.EndsWith("/admin", page.Url, StringComparison.Ordinal);

        // What has been sent once opens nothing again.
        await using (var other = await VisitAsync())
        {
            await other.OpenAsync("/admin/sign-in");
            await other.Page.EvaluateAsync(
                """
                (sent) => {
                  const form = document.querySelector('form[data-passkey]');
                  const before = new URLSearchParams(sent);
                  for (const name of ['state', 'answer']) form.elements[name].value = before.get(name);
                  form.submit();
                }
                """,
                replayed
            );
            await other.Page.WaitForSelectorAsync("#problem");
            Assert.Equal("Det gikk ikke. Prøv en gang til.", await other.Page.InnerTextAsync("#problem"));
        }

        // Without a press of the authenticator nothing is sent, and that is said.
        await authenticator.RefuseAsync();
        await visit.OpenAsync("/admin/confirm?to=%2Fadmin%2Fpasskeys");
        await PressAsync("Bruk passnøkkel");
        await page.WaitForSelectorAsync("form[data-passkey] [role=alert]:visible");
        await JudgeAsync("confirm, no passkey given");
        await authenticator.AllowAsync();
        await PressAsync("Bruk passnøkkel");
        await page.WaitForURLAsync("**/admin/passkeys");
        var name = page.Locator("main li input[type=text]");
        Assert.Equal("Den lille nøkkelen", await name.InputValueAsync());
        await name.FillAsync("Nøkkelen");
        await page.ClickAsync("text=Lagre navnet");
        Assert.Equal("Nøkkelen", await page.InnerTextAsync("main li h2"));
        await JudgeAsync("passkeys, one");
        await page.ClickAsync("text=Fjern den");
        Assert.Equal(0, await page.Locator("main li").CountAsync());

        // An administrator without a second factor is asked for one again, and the passkey opens nothing.
        await PressAsync("Logg ut");
        await PressAsync("Logg inn med passnøkkel");
        await page.WaitForSelectorAsync("#problem");
        await SignInAsync();
        Assert.EndsWith("/admin/app", page.Url, StringComparison.Ordinal);

        Faults.AssertNone(faults);

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

        async Task SignInAsync()
        {
            await page.FillAsync("#name", email);
            await page.FillAsync("#password", DoorSite.Password);
            await PressAsync("Logg inn");
        }

        async Task JudgeAsync(string what) => faults.AddRange(await DoorSite.JudgeAsync(page, what));
    }

    // Authenticators know hosts by name alone.
    private Task<Visit> VisitAsync() =>
        browser.VisitAsync(
            new UriBuilder(site.Address) { Host = "localhost" }.Uri,
            new()
            {
                Locale = "nb-NO",
                ViewportSize = new() { Width = 360, Height = 800 },
            }
        );

    /// <summary>A virtual authenticator of Chromium (CDP, domain WebAuthn), which keeps passkeys and verifies its user.</summary>
    private sealed class Authenticator(ICDPSession session, string id)
    {
        public static async Task<Authenticator> PlugInAsync(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var answer = await session.SendAsync(
                "WebAuthn.addVirtualAuthenticator",
                new()
                {
                    ["options"] = new Dictionary<string, object>
                    {
                        ["protocol"] = "ctap2",
                        ["transport"] = "internal",
                        ["hasResidentKey"] = true,
                        ["hasUserVerification"] = true,
                        ["isUserVerified"] = true,
                        ["automaticPresenceSimulation"] = true,
                    },
                }
            );
            return new(session, answer!.Value.GetProperty("authenticatorId").GetString()!);
        }

        /// <summary>Its user is not who she says.</summary>
        public Task RefuseAsync() => SetVerifiedAsync(false);

        public Task AllowAsync() => SetVerifiedAsync(true);

        private Task SetVerifiedAsync(bool isVerified) =>
            session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = isVerified });
    }
}
