using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Data;
using VoldCms.Data.Databases;
using VoldCms.Migrations;

namespace VoldCms.Bench.ContentStore;

/// <summary>
/// The content store as callers meet it: through <see cref="ContentReader"/>, at 1,000 items and at many, in one database,
/// beside the floor that the machine allows.
/// </summary>
internal static class ContentStoreBench
{
    private static readonly ContentFilter s_tenth = Equal("Measure.Status", "status-3");

    private static readonly (string Name, ContentQuery Query, Func<Floor, ValueTask>? Floor)[] s_queries =
    [
        ("by a number", Measures.OrderBy("Measure.Order"), floor => floor.PageAsync()),
        ("by title (words)", Measures.OrderBy("TitlePart.Title"), null),
        ("newest first", Measures.OrderBy("ModifiedUtc", descending: true), null),
        ("by a number, envelopes alone", Measures.OrderBy("Measure.Order") with { Scope = ContentScope.Envelope }, null),
        ("a tenth, by a number", Measures.Where(s_tenth).OrderBy("Measure.Order"), floor => floor.FilteredAsync()),
        ("a tenth, by title", Measures.Where(s_tenth).OrderBy("TitlePart.Title"), null),
        (
            "two filters, 1 in 200, by a number",
            Measures.Where(s_tenth).Where(Equal("Measure.Responsible", "party7")).OrderBy("Measure.Order"),
            null
        ),
        (
            "rare: starts so, by a number",
            Measures.Where(Compare("AutoroutePart.Path", ComparisonOperator.StartsWith, "tiltak/99")).OrderBy("Measure.Order"),
            null
        ),
        (
            "contains a word that 1 in 10,000 has",
            Measures.Where(ContentFilter.Contains("Measure.Description", SampleContent.RareWord)).OrderBy("Measure.Order"),
            null
        ),
        (
            "contains a word that 1 in 6 has",
            Measures.Where(ContentFilter.Contains("TitlePart.Title", "øving")).OrderBy("Measure.Order"),
            null
        ),
        ("by a number, with total", Measures.OrderBy("Measure.Order") with { CountTotal = true }, null),
        ("a tenth, with total", Measures.Where(s_tenth).OrderBy("Measure.Order") with { CountTotal = true }, null),
        ("by a number, page 46", Measures.OrderBy("Measure.Order") with { Skip = 900 }, null),
    ];

    private static readonly (string Name, ContentFilter? Filter)[] s_filters =
    [
        ("all", null),
        ("a third", In("Measure.Status", "status-1", "status-2", "status-3")),
        ("a tenth", s_tenth),
        ("a hundredth", new ContentFilter.Comparison("Measure.Order", ComparisonOperator.LessThan, [ContentValue.Of(10_000m)])),
        ("contains a word that 1 in 6 has", ContentFilter.Contains("TitlePart.Title", "øving")),
    ];

    private static readonly (string Name, string Path, bool IsDescending, VersionState State)[] s_orders =
    [
        ("id", ContentPaths.ContentItemId, false, VersionState.Published),
        ("version id", ContentPaths.ContentItemVersionId, true, VersionState.Published),
        ("title", ContentPaths.DisplayText, false, VersionState.Published),
        ("published", ContentPaths.Published, false, VersionState.Latest),
        ("latest", ContentPaths.Latest, true, VersionState.Published),
        ("made", ContentPaths.CreatedUtc, true, VersionState.Published),
        ("saved", ContentPaths.ModifiedUtc, true, VersionState.Published),
        ("made public", ContentPaths.PublishedUtc, true, VersionState.Published),
        ("owner", ContentPaths.Owner, false, VersionState.Published),
        ("author", ContentPaths.Author, false, VersionState.Published),
        ("a number", "Measure.Order", false, VersionState.Published),
        ("true or false", "Measure.Recurring", true, VersionState.Published),
    ];

    private static ContentQuery Measures => ContentQuery.For(SampleContent.Type) with { Take = 20 };

    public static async Task RunAsync(string database, Dictionary<string, string?> settings, BenchOptions options)
    {
        settings["VoldCms:Database:FilterCountCap"] = options.Cap;
        var services = new ServiceCollection();
        services.AddContentManagement();
        services.AddVoldCmsData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), typeof(ContributedTables).Assembly);
        foreach (var contribution in ContributedTables.All)
        {
            services.AddSingleton(contribution);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseMigrator>().RunAsync(default);
        Console.WriteLine($"\n### {database}\n");
        if (!options.OnlyOrders)
        {
            await SeedingBench.RunAsync(provider);
        }

        await using var small = await BenchTenant.CreateAsync(provider, "small");
        await using var large = await BenchTenant.CreateAsync(provider, "large");
        await small.SeedAsync(BenchOptions.Small);
        var clock = Stopwatch.StartNew();
        await large.SeedAsync(options.Large);
        Console.WriteLine(
            $"The {options.Large:N0} items were stored in {clock.Elapsed.TotalSeconds:0.0} "
                + $"s, {options.Large / clock.Elapsed.TotalSeconds:N0} a second.\n"
        );
        if (options.PostgreSql is { } connectionString && database == "PostgreSQL")
        {
            await AnalyzeAsync(connectionString);
        }

        await CompareAsync(small, large, options);
    }

    private static async Task CompareAsync(BenchTenant small, BenchTenant large, BenchOptions options)
    {
        if (!options.OnlyOrders)
        {
            await CompareQueriesAsync(small, large, options);
        }

        await CompareOrdersAsync(small, large, options);
    }

    private static async Task CompareQueriesAsync(BenchTenant small, BenchTenant large, BenchOptions options)
    {
        using var floor = new Floor(options.Large);
        Console.WriteLine(
            $"| First page of 20 | {BenchOptions.Small:N0} items | {options.Large:N0} items (p95) | ratio | floor at {options.Large:N0} |"
        );
        Console.WriteLine("|---|---|---|---|---|");
        Write(
            "(item by id)",
            await Measurement.RunAsync(async number => await small.ListAsync(ById(number % BenchOptions.Small))),
            await Measurement.RunAsync(async number => await large.ListAsync(ById(number * 7919 % options.Large))),
            await Measurement.RunAsync(number => floor.ByIdAsync(SampleContent.Id(number * 7919 % options.Large)))
        );
        foreach (var (name, query, asFloor) in s_queries)
        {
            Write(
                name,
                await Measurement.RunAsync(async _ => await small.ListAsync(query)),
                await Measurement.RunAsync(async _ => await large.ListAsync(query)),
                asFloor is null ? null : await Measurement.RunAsync(_ => asFloor(floor))
            );
        }
    }

    private static async Task CompareOrdersAsync(BenchTenant small, BenchTenant large, BenchOptions options)
    {
        Console.WriteLine(
            $"\n| Every order that the API offers, first page of 20 | {BenchOptions.Small:N0} "
                + $"items | {options.Large:N0} items (p95) | ratio |  |"
        );
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, query) in Orders())
        {
            Write(
                name,
                await Measurement.RunAsync(async _ => await small.ListAsync(query), seconds: 0.3),
                await Measurement.RunAsync(async _ => await large.ListAsync(query), seconds: 0.3),
                null
            );
        }
    }

    /// <summary>
    /// Each order by itself, and by filters that a third, a tenth and a hundredth match, and that a word inside a text decides.
    /// </summary>
    private static IEnumerable<(string Name, ContentQuery Query)> Orders() =>
        from filter in s_filters
        from order in s_orders
        let query = filter.Filter is null ? Measures : Measures.Where(filter.Filter)
        select ($"{filter.Name}, by {order.Name}", query.OrderBy(order.Path, order.IsDescending) with { State = order.State });

    private static void Write(
        string name,
        (double Median, double P95) small,
        (double Median, double P95) large,
        (double Median, double P95)? floor
    ) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Measurement.Format(small.Median)} | {Measurement.Format(large.Median)} "
                    + $"({Measurement.Format(large.P95)}) | {large.Median / small.Median:0.0} | "
                    + $"{(floor is { } least ? Measurement.Format(least.Median) : "")} |"
            )
        );

    private static ContentQuery ById(int number) =>
        new() { Filter = ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of(SampleContent.Id(number))), Take = 1 };

    private static ContentFilter Equal(string path, string value) => ContentFilter.Equal(path, ContentValue.Of(value));

    private static ContentFilter In(string path, params string[] values) => ContentFilter.In(path, [.. values.Select(ContentValue.Of)]);

    private static ContentFilter Compare(string path, ComparisonOperator how, string value) =>
        new ContentFilter.Comparison(path, how, [ContentValue.Of(value)]);

    // The server does this by itself within a minute of so many writes; the bench does not wait for it.
    private static async Task AnalyzeAsync(string connectionString)
    {
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("VACUUM ANALYZE", connection);
        await command.ExecuteNonQueryAsync();
    }
}
