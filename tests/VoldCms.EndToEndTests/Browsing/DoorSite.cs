using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OtpNet;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.EndToEndTests.Judges;
using VoldCms.EndToEndTests.Site;
using VoldCms.Users.People;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>What the tests of the door, and of the admin behind it, have in common in a browser.</summary>
internal static class DoorSite
{
    public const string Password = "kaffe trapp lokomotiv måne";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A browser in which somebody with that role in the tests' tenant has signed in.</summary>
    public static async Task<Visit> EnterAsync(this Browser browser, SeededSite site, string role)
    {
        var visit = await browser.VisitAsync(site.Address, new() { Locale = "nb-NO" });
        await visit.OpenAsync(await InviteAsync(site, $"{Guid.NewGuid():N}@example.no", role));
        await visit.Page.FillAsync("#password", Password);
        await visit.Page.PressAsync("Godta");
        if (visit.Page.Url.EndsWith("/admin/app", StringComparison.Ordinal))
        {
            await visit.Page.FillAsync("#code", CodeOf(await visit.Page.InnerTextAsync(".door-key")));
            await visit.Page.PressAsync("Sett opp");
        }

        return visit;
    }

    /// <summary>What an app shows at the tests' time.</summary>
    public static string CodeOf(string secret) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(SeededSite.Now.UtcDateTime);

    /// <summary>Presses the first button of that name.</summary>
    public static Task PressAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Invites somebody to the tests' tenant, as <c>user invite</c> does.</summary>
    /// <returns>The address of the link.</returns>
    public static async Task<string> InviteAsync(SeededSite site, string email, string role = "Administrator")
    {
        await using var scope = site.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync("Prove", Stop);
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant!);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var secret = await scope
            .ServiceProvider.GetRequiredService<TenantPeople>()
            .InviteAsync(work, email, "Kari Nordmann", [role], "nb", Stop);
        await work.CommitAsync(Stop);
        return $"/l/{secret.Value}";
    }

    /// <summary>
    /// What is wrong with how the page is shown, narrow and light, wide and dark. The environment variable <c>PICTURES</c> names a folder
    /// for pictures of it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> JudgeAsync(IPage page, string what)
    {
        var faults = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Dark), (360, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await AccessibilityJudge.JudgeAsync(page)).Select(fault => $"{what}, {width}: {fault}"));
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (wide > width)
            {
                faults.Add($"{what}: {wide} pixels wide in a window of {width}");
            }

            if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{what}-{width}.png"), FullPage = true });
            }
        }

        return faults;
    }
}
