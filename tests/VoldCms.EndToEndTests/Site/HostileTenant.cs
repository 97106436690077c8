using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Tenancy;
using VoldCms.IntegrationTests.Web;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;
using VoldCms.Users.ApiKeys;

namespace VoldCms.EndToEndTests.Site;

/// <summary>
/// A municipality that somebody has filled with harm: the inputs of <c>hostile.json</c> as help pages, brought in by recipe, by REST and by
/// mutation; and real documents in which every text of words, every address and all HTML is one of them.
/// </summary>
public sealed class HostileTenant(SeededSite site) : IAsyncLifetime
{
    public const string Prefix = "utsatt";

    private const string GraphQL = $"/{Prefix}/api/graphql";

    // Together they have items of every kind that has a page.
    private static readonly ImmutableArray<string> s_documents =
    [
        "nasjonale-tilbud",
        "hjelpesider",
        "tonsberg-temaplan",
        "porsgrunn-tiltaksplan",
        "mosseregionen-handlingsplan",
        "mosseregionen-kurs",
    ];

    private readonly TemporaryFolder _folder = new();
    private int _turn;

    /// <summary>What is stored.</summary>
    public static ImmutableArray<string> Inputs { get; } =
    [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Site", "hostile.json")))!];

    /// <summary>The HTML as the API gives it, by the way in and in the order of the inputs.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Answered { get; private set; } = [];

    /// <summary>A question that gives all HTML of one way in.</summary>
    public static string Question(string way) =>
        $$"""{ helpPage(where: { path_contains: "nb/{{way}}/" }, first: 1000) { path body { html } } }""";

    public async ValueTask InitializeAsync()
    {
        var store = site.Services.GetRequiredService<ITenantStore>();
        var tenant = (
            await store.CreateAsync(
                new Tenant
                {
                    Id = default,
                    Name = "Utsatt",
                    RequestUrlPrefix = Prefix,
                },
                CancellationToken.None
            )
        ).Value;
        await RunRecipesAsync(tenant);
        await store.SetStateAsync(tenant.Id, TenantState.Running, CancellationToken.None);
        site.Services.GetRequiredService<TenantDirectory>().Forget();

        using var client = site.MakeClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await MakeKeyAsync(tenant));
        for (var number = 0; number < Inputs.Length; number++)
        {
            using var stored = await client.PostAsJsonAsync($"/{Prefix}/api/content", Page("rest", number));
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }

        foreach (var number in Enumerable.Range(0, Inputs.Length))
        {
            await AskAsync(
                client,
                "mutation ($content: HelpPageContentInput!) { publishHelpPage(content: $content) { contentItemId } }",
                new
                {
                    content = new
                    {
                        title = $"mutation {number}",
                        path = PathOf("mutation", number),
                        body = new { html = Inputs[number] },
                    },
                }
            );
        }

        var answered = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        using var anybody = site.MakeClient();
        foreach (var way in new[] { "recipe", "rest", "mutation" })
        {
            var pages = (await AskAsync(anybody, Question(way), new { }))["helpPage"]!.AsArray();
            answered[way] =
            [
                .. pages.OrderBy(page => (string)page!["path"]!, StringComparer.Ordinal).Select(page => (string)page!["body"]!["html"]!),
            ];
        }

        Answered = answered.ToImmutable();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string PathOf(string way, int number) => $"nb/{way}/{number:d3}";

    private static JsonObject Page(string way, int number) =>
        new()
        {
            ["ContentType"] = "HelpPage",
            ["DisplayText"] = $"{way} {number}",
            ["TitlePart"] = new JsonObject { ["Title"] = $"{way} {number}" },
            ["AutoroutePart"] = new JsonObject { ["Path"] = PathOf(way, number) },
            ["LocalizationPart"] = new JsonObject { ["Culture"] = "nb" },
            ["HelpPage"] = new JsonObject { ["Body"] = new JsonObject { ["Html"] = Inputs[number] } },
        };

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, object variables)
    {
        using var answer = await client.PostAsJsonAsync(GraphQL, new { query, variables });
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Null(json["errors"]?.ToJsonString());
        return json["data"]!;
    }

    private async Task<string> MakeKeyAsync(Tenant tenant)
    {
        await using var scope = ScopeOf(tenant);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(CancellationToken.None);
        var made = await scope
            .ServiceProvider.GetRequiredService<ApiKeyStore>()
            .CreateAsync(work, new() { Name = "Angriper", RoleNames = ["Administrator"] }, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
        return made.Value.Token.Reveal();
    }

    private async Task RunRecipesAsync(Tenant tenant)
    {
        await RunAsync(
            tenant,
            new JsonArray(
                new JsonObject
                {
                    ["name"] = "settings",
                    ["SiteName"] = "Utsatt kommune",
                    ["LocalizationSettings"] = new JsonObject { ["DefaultCulture"] = "nb", ["SupportedCultures"] = new JsonArray("nb") },
                },
                new JsonObject
                {
                    ["name"] = "recipes",
                    ["Values"] = new JsonArray([
                        .. new[]
                        {
                            "Felles",
                            "Begreper",
                            "VoldCms.Plans.Definitions",
                            "VoldCms.Services.Definitions",
                            "VoldCms.HelpPages.Definitions",
                            "VoldCms.Events.Definitions",
                        }.Select(name => new JsonObject { ["name"] = name }),
                    ]),
                }
            )
        );
        foreach (var document in s_documents)
        {
            var recipe = JsonNode.Parse(
                await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "recipes", $"{document}.recipe.json")),
                documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            )!;
            var steps = recipe["steps"]!.AsArray();
            foreach (var step in steps.Where(step => (string)step!["name"]! == "content"))
            {
                Poison(step!["data"]);
            }

            await RunAsync(tenant, (JsonArray)steps.DeepClone());
        }

        await RunAsync(
            tenant,
            new JsonArray(
                new JsonObject { ["name"] = "content", ["data"] = new JsonArray([.. Enumerable.Range(0, Inputs.Length).Select(Numbered)]) }
            )
        );

        static JsonObject Numbered(int number)
        {
            var page = Page("recipe", number);
            page["ContentItemId"] = $"utsatt{number}";
            page["Latest"] = true;
            page["Published"] = true;
            return page;
        }
    }

    /// <summary>
    /// Whatever is words gets an input behind it; addresses and HTML become one. Codes and names have no spaces and stay.
    /// </summary>
    private void Poison(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var element in list)
                {
                    Poison(element);
                }

                break;
            case JsonObject owner:
                foreach (var (name, value) in owner.ToList())
                {
                    if (value is not JsonValue text || text.GetValueKind() != JsonValueKind.String)
                    {
                        Poison(value);
                    }
                    else if (Poisoned(name, text.GetValue<string>()) is { } poisoned)
                    {
                        owner[name] = poisoned;
                    }
                }

                break;
        }
    }

    private string? Poisoned(string name, string text) =>
        name switch
        {
            "Html" => Inputs[_turn++ % Inputs.Length],
            "Url" => (_turn++ % 4) switch
            {
                0 => "javascript:alert(1)",
                1 => "java\tscript:alert(1)",
                2 => "//evil.example/",
                _ => "data:text/html,<script>parent.alert(1)</script>",
            },
            "Text" or "DisplayText" or "Title" when text.Contains(' ', StringComparison.Ordinal) =>
                $"{text} {Inputs[_turn++ % Inputs.Length]}",
            _ => null,
        };

    private async Task RunAsync(Tenant tenant, JsonArray steps)
    {
        var path = Path.Combine(_folder.Path, "utsatt.recipe.json");
        await File.WriteAllTextAsync(path, new JsonObject { ["name"] = "Utsatt", ["steps"] = steps }.ToJsonString());
        await using var scope = ScopeOf(tenant);
        var library = scope.ServiceProvider.GetRequiredService<RecipeLibrary>();
        var report = await scope
            .ServiceProvider.GetRequiredService<RecipeRunner>()
            .RunAsync(
                new RecipeRun(library.ReadFile(path).Value, library.HarvestBeside(path), library.EnvironmentOf(tenant), new()),
                CancellationToken.None
            );
        Assert.Empty(report.Faults);
    }

    private AsyncServiceScope ScopeOf(Tenant tenant)
    {
        var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        return scope;
    }
}
