using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using VoldCms.EndToEndTests.Crawling;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>
/// Hostile HTML, words and addresses in a real browser, with the site's policy and without it: nothing runs, nothing is asked of elsewhere,
/// and nothing that was stored ends an element of ours.
/// </summary>
public sealed class HostileTests(SeededSite site, Browser browser, HostileTenant tenant) : IClassFixture<HostileTenant>
{
    private const string Listen = """
        globalThis.ran = [];
        for (const name of ["alert", "confirm", "prompt", "print"]) globalThis[name] = () => ran.push(name);
        """;

    /// <summary>Elements of ours that are not where they were put, and addresses that no reader may be sent to.</summary>
    private const string Look = """
        () => [
          ...globalThis.ran.map((name) => `ran ${name}`),
          ...["header.site-header", "main", "footer"]
            .filter((name) => document.querySelectorAll(`body > ${name}`).length !== 1)
            .map((name) => `${name} is not a child of the body`),
          ...[...document.querySelectorAll(".prose")]
            .filter((prose) => prose.closest("main > *") === null)
            .map(() => "the prose is not in the main part"),
          ...["href", "src", "action", "formaction", "data", "srcset", "ping", "poster"]
            .flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((element) => [name, element.getAttribute(name)]))
            .filter(([name, value]) => /evil\.example/.test(value)
              || !["http:", "https:", "mailto:", "tel:", "sms:"].includes(new URL(value, document.baseURI).protocol))
            .map(([name, value]) => `${name}=${value}`),
          ...[...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
        ]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_way_in_stores_the_same() =>
        Assert.All(
            tenant.Answered,
            way =>
            {
                Assert.Equal(HostileTenant.Inputs.Length, way.Value.Length);
                Assert.Equal(tenant.Answered["recipe"], way.Value);
            }
        );

    [Fact]
    public async Task In_a_bare_page_without_a_policy_the_apis_html_runs_nothing_and_ends_nothing()
    {
        await using var visit = await VisitAsync(withoutPolicy: true);
        var all = tenant.Answered["recipe"];

        await ShowAsync(
            visit,
            $"<!doctype html><html><body>{string.Concat(all.Select((html, number) =>
            $"<section data-number={number}><div class=content>{html}</div><hr class=mark></section>"))}</body></html>"
        );
        await visit.Page.WaitForTimeoutAsync(300);

        var astray = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [
              ...globalThis.ran,
              ...[...document.querySelectorAll("body > section")]
                .filter((section) => section.querySelectorAll(":scope > .mark").length !== 1 || section.children.length !== 2)
                .map((section) => section.dataset.number),
              ...[...document.body.children].filter((child) => child.localName !== "section").map((child) => child.localName),
            ]
            """
        );
        Faults.AssertNone(
            astray.Select(number => int.TryParse(number, out var at) ? $"{HostileTenant.Inputs[at]} became {all[at]}" : number)
        );
        Assert.Equal(all.Length, await visit.Page.Locator("body > section").CountAsync());
        Faults.AssertNone(Elsewhere(visit));
    }

    [Fact]
    public async Task No_page_of_any_kind_runs_it()
    {
        var pages = await new Crawl(site).RunAsync(
            [$"/{HostileTenant.Prefix}/nb"],
            path => path.StartsWith($"/{HostileTenant.Prefix}/nb", StringComparison.Ordinal),
            Stop
        );
        var kinds = pages
            .Where(page => page.View is not null)
            .GroupBy(page => page.View)
            .Select(alike => alike.MaxBy(page => page.Text.Length)!.Path)
            .ToImmutableArray();
        Assert.True(kinds.Length >= 20, $"{kinds.Length} kinds of page are too few to be the site: {string.Join(' ', kinds)}");

        foreach (var withoutPolicy in new[] { false, true })
        {
            await using var visit = await VisitAsync(withoutPolicy);
            foreach (var path in kinds)
            {
                await visit.OpenAsync(path);
                Faults.AssertNone((await visit.Page.EvaluateAsync<string[]>(Look)).Select(fault => $"{path}: {fault}"));
            }

            Faults.AssertNone(Elsewhere(visit));
        }
    }

    [Fact]
    public async Task No_help_page_is_ended_by_it()
    {
        using var client = site.MakeClient();
        for (var number = 0; number < HostileTenant.Inputs.Length; number++)
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/{HostileTenant.Prefix}/nb/recipe/{number:d3}", Stop));

            Assert.Equal(
                ["header", "main", "footer"],
                page.Body!.Children.Select(child => child.LocalName).Where(name => name is "header" or "main" or "footer")
            );
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.Single(page.QuerySelectorAll("main > article > .stack > .prose"));
            Assert.DoesNotContain(
                page.QuerySelectorAll("*").SelectMany(element => element.Attributes),
                attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task The_explorer_shows_it_as_text()
    {
        await using var visit = await VisitAsync(withoutPolicy: false);
        await visit.Page.RouteAsync(
            "**/api/graphql",
            async route =>
            {
                var isQuestion = route.Request.PostData?.Contains("openServices", StringComparison.Ordinal) == true;
                await route.ContinueAsync(
                    isQuestion
                        ? new()
                        {
                            PostData = System.Text.Encoding.UTF8.GetBytes(
                                System.Text.Json.JsonSerializer.Serialize(new { query = HostileTenant.Question("recipe") })
                            ),
                        }
                        : null
                );
            }
        );
        await visit.OpenAsync($"/{HostileTenant.Prefix}/api/graphql/explorer");
        await Assertions
            .Expect(visit.Page.Locator(".graphiql-query-editor"))
            .ToContainTextAsync("openServices", new() { Timeout = 60_000 });
        await visit.Page.ClickAsync("button.graphiql-execute-button");
        await Assertions.Expect(visit.Page.Locator("section.result-window")).ToContainTextAsync("nb/recipe/", new() { Timeout = 60_000 });

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => globalThis.ran"));
        Faults.AssertNone(Elsewhere(visit));
    }

    private async Task<Visit> VisitAsync(bool withoutPolicy)
    {
        var visit = await browser.VisitAsync(site.Address, new() { BypassCSP = withoutPolicy });
        await visit.Context.AddInitScriptAsync(Listen);
        await visit.Context.RouteAsync(
            url => !url.StartsWith(site.Address.ToString(), StringComparison.Ordinal),
            route => route.AbortAsync()
        );
        return visit;
    }

    /// <summary>A page of the site's own origin that says this and comes without any header of ours.</summary>
    private static async Task ShowAsync(Visit visit, string html)
    {
        await visit.Page.UnrouteAllAsync();
        await visit.Page.RouteAsync(
            "**/bare",
            route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html })
        );
        await visit.OpenAsync("/bare");
    }

    private IEnumerable<string> Elsewhere(Visit visit) =>
        visit
            .Requests.Where(url =>
                !url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
            )
            .Select(url => $"asked {url}");
}
