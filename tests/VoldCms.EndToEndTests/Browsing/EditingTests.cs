using Microsoft.Playwright;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>What communication staff do, in a browser; each page on the way is judged by axe, narrow and wide, light and dark.</summary>
public sealed class EditingTests(SeededSite site, Browser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_is_corrected_in_five_presses_and_seen_at_once()
    {
        var faults = new List<string>();
        await using var visit = await browser.EnterAsync(site, "Editor");
        var page = visit.Page;
        async Task JudgeAsync(string what) => faults.AddRange(await DoorSite.JudgeAsync(page, what));
        await visit.OpenAsync("/admin/sites/Prove");
        await JudgeAsync("start");

        await page.FillAsync("input[type=search]", "VO-linjen");
        await page.PressAsync("Søk");
        await JudgeAsync("numbers");
        await page.GetByRole(AriaRole.Link, new() { Name = "VO-linjen" }).First.ClickAsync();
        await JudgeAsync("form");
        var number = page.GetByLabel("Telefonnummer", new() { Exact = true });
        var before = await number.InputValueAsync();
        try
        {
            await number.FillAsync("116 999");
            await page.PressAsync("Publiser");
            Assert.Equal("Publisert. Det er synlig for publikum nå.", await page.InnerTextAsync("[role=status]"));
            await JudgeAsync("published");
            foreach (var path in new[] { "/prove/nb", "/prove/en/tilbud", "/prove/ar" })
            {
                Assert.Contains("116999", await ReadAsync(path), StringComparison.Ordinal);
            }
        }
        finally
        {
            await page.GetByLabel("Telefonnummer", new() { Exact = true }).FillAsync(before);
            await page.PressAsync("Publiser");
        }

        Assert.DoesNotContain("116999", await ReadAsync("/prove/nb"), StringComparison.Ordinal);
        Faults.AssertNone(faults);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_page_is_written_and_kept_as_a_draft()
    {
        var faults = new List<string>();
        await using var visit = await browser.EnterAsync(site, "Editor");
        var page = visit.Page;
        async Task JudgeAsync(string what) => faults.AddRange(await DoorSite.JudgeAsync(page, what));
        await visit.OpenAsync("/admin/sites/Prove/items");
        await JudgeAsync("list");
        await page.ClickAsync("text=Lag noe nytt");
        await page.ClickAsync("main a >> text=Hjelpeside");
        await JudgeAsync("new");
        await page.PressAsync("Publiser");
        await JudgeAsync("refused");
        Assert.Contains("Tittel", await page.InnerTextAsync("#problems"), StringComparison.Ordinal);

        await page.GetByLabel("Tittel (må fylles ut)").FillAsync("Prøveside");
        await page.PressAsync("Lagre kladd");
        Assert.Equal("Kladden er lagret. Den er ikke synlig for publikum ennå.", await page.InnerTextAsync("[role=status]"));
        await JudgeAsync("draft");
        await page.ClickAsync("text=Flere valg");
        await page.PressAsync("Fjern");
        await JudgeAsync("sure");
        await page.PressAsync("Fjern");
        Assert.Equal("Fjernet.", await page.InnerTextAsync(".ds-alert[role=status]"));

        Faults.AssertNone(faults);
        Assert.DoesNotContain(visit.Complaints, line => !line.Contains("status of 422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_is_kept_when_the_page_is_left()
    {
        var faults = new List<string>();
        await using var visit = await browser.EnterAsync(site, "Editor");
        var page = visit.Page;
        const string Path = "/admin/sites/Prove/new/HelpPage?culture=nb";
        await visit.OpenAsync(Path);
        await page.GetByLabel("Ingress").FillAsync("Noe som ikke må bli borte");
        await page.GetByText("Det du skriver, blir tatt vare på.").WaitForAsync();

        await visit.OpenAsync(Path);
        faults.AddRange(await DoorSite.JudgeAsync(page, "kept"));
        await page.ClickAsync("text=Fortsett med det");
        Assert.Equal("Noe som ikke må bli borte", await page.GetByLabel("Ingress").InputValueAsync());
        await page.GetByLabel("Ingress").FillAsync("Skrevet rett før siden ble forlatt");
        await visit.OpenAsync(Path);
        await page.ClickAsync("text=Fortsett med det");
        Assert.Equal("Skrevet rett før siden ble forlatt", await page.GetByLabel("Ingress").InputValueAsync());
        await visit.OpenAsync(Path);
        await page.PressAsync("Forkast det");
        Assert.Equal(0, await page.GetByText("Fortsett med det").CountAsync());

        Faults.AssertNone(faults);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Issue 16: twelve requests at most, and 60 KB of scripts and style sheets as they are sent.</summary>
    [Fact]
    public async Task A_form_is_light()
    {
        await using var visit = await browser.EnterAsync(site, "Editor");
        visit.ForgetRequests();
        await visit.OpenAsync("/admin/sites/Prove/new/Service?culture=nb");
        var asked = visit.Requests.ToList();
        var bytes = 0;
        using var client = site.MakeClient();
        foreach (var asset in asked.Where(address => address.Contains("/assets/", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.Add("Accept-Encoding", "br");
            using var answer = await client.SendAsync(request, Stop);
            bytes += (await answer.Content.ReadAsByteArrayAsync(Stop)).Length;
        }

        Assert.InRange(asked.Count, 4, 12);
        Assert.InRange(bytes, 1, 60 * 1024);
    }

    /// <summary>From the start page to the published number by tabulator, letters and Enter, the focus always in sight.</summary>
    [Fact]
    public async Task A_number_is_corrected_by_keyboard_alone()
    {
        await using var visit = await browser.EnterAsync(site, "Editor");
        var page = visit.Page;
        await visit.OpenAsync("/admin/sites/Prove");
        await TabToAsync("Rett et nummer");
        await page.Keyboard.TypeAsync("Kirkens SOS");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/numbers?q=*");
        await TabToAsync("Kirkens SOS");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/items/*");
        await TabToAsync("Merknad");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" ");
        await TabToAsync("Publiser");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**?done=*");

        async Task TabToAsync(string name)
        {
            for (var presses = 0; presses < 120; presses++)
            {
                await page.Keyboard.PressAsync("Tab");
                var (label, isSeen) = (await page.EvaluateAsync<string>(Label), await page.EvaluateAsync<bool>(IsSeen));
                Assert.True(isSeen, $"the focus is not in sight at '{label}'");
                if (label.StartsWith(name, StringComparison.Ordinal))
                {
                    return;
                }
            }

            Assert.Fail($"'{name}' is not reached");
        }
    }

    private const string Label = "() => (document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()";

    // Not below the bar that stays, and with a line around it.
    private const string IsSeen = """
        () => {
          const it = document.activeElement;
          const box = it.getBoundingClientRect();
          const middle = document.elementFromPoint(box.x + Math.min(box.width, 20) / 2, box.y + Math.min(box.height, 20) / 2);
          const style = getComputedStyle(it);
          const isMarked = style.outlineStyle !== "none" || style.boxShadow !== "none";
          return it === document.body || ((it.contains(middle) || middle?.contains(it)) && isMarked);
        }
        """;

    private async Task<string> ReadAsync(string path)
    {
        using var client = site.MakeClient();
        return await client.GetStringAsync(path, Stop);
    }
}
