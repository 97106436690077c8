using System.Text.RegularExpressions;
using VoldCms.GraphQL.Types;

namespace VoldCms.IntegrationTests.ContentApi.Schema;

/// <summary>The schema of a tenant of our recipes, as it is committed: other people's apps are built on it.</summary>
[Collection(SeededSite.Name)]
public sealed partial class SchemaSnapshotTests(ApiWithTonsberg site) : ApiTest(site)
{
    private const string Accept = "VOLDCMS_ACCEPT_SCHEMA";

    [Fact]
    public async Task The_schema_grows_and_takes_nothing_back_that_was_not_deprecated()
    {
        var now = await ReadAsync();
        var file = Path.Combine(Repository.Root, "tests", "VoldCms.IntegrationTests", "ContentApi", "Schema", "tonsberg.graphql");
        var before = File.Exists(file) ? await File.ReadAllTextAsync(file, Stop) : now;

        var broken = SchemaPromise.FindBroken(GraphQLSchema.Parse(before), GraphQLSchema.Parse(now));

        Assert.True(
            broken.Count == 0,
            $"Clients may use what the schema takes back. Keep it, deprecated, for a release:\n{string.Join('\n', broken)}"
        );
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, now, Stop);
            return;
        }

        Assert.True(
            File.Exists(file) && now == before,
            $"The schema has grown or says other words: {FirstDifference(before, now)}\nTo accept that, "
                + $"run this test with {Accept}=1 and commit {Path.GetFileName(file)}."
        );
    }

    [Theory]
    [InlineData("type Query { a: Int b: Int }", "type Query { a: Int }", "Query.b has gone")]
    [InlineData("type Query { a: Int b: Int @deprecated }", "type Query { a: Int }", null)]
    [InlineData("type Query { a: Int }", "type Query { a: String }", "is String and was Int")]
    [InlineData("type Query { a: Int }", "type Query { a: Int! }", null)]
    [InlineData("type Query { a: Int! }", "type Query { a: Int }", "is Int and was Int!")]
    [InlineData("type Query { a(b: Int): Int }", "type Query { a: Int }", "Query.a(b) has gone")]
    [InlineData("type Query { a: Int }", "type Query { a(b: Int!): Int }", "is new and must be given")]
    [InlineData("type Query { a: Int }", "type Query { a(b: Int): Int c: Int }", null)]
    [InlineData("type Query { a(b: Int = 1): Int }", "type Query { a(b: Int = 2): Int }", "another default")]
    [InlineData("enum E { X Y } type Query { a: E }", "enum E { X } type Query { a: E }", "E.Y has gone")]
    [InlineData("input I { x: Int } type Query { a(i: I): Int }", "input I { y: Int } type Query { a(i: I): Int }", "I(x) has gone")]
    public void A_promise_is_kept_or_named(string before, string after, string? broken)
    {
        var found = SchemaPromise.FindBroken(GraphQLSchema.Parse(before), GraphQLSchema.Parse(after));

        Assert.Equal(broken is null ? 0 : 1, found.Count);
        Assert.Contains(broken ?? "", string.Join('\n', found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Descriptions_say_in_english_what_it_is_and_what_editors_call_it()
    {
        var schema = GraphQLSchema.Parse(await ReadAsync());

        var measure = Assert.IsType<ObjectType>(schema.FindType("Measure"));
        Assert.Equal(
            "A measure of a plan, with the cells as they are printed. Content of type Measure, \"Tiltak\" to editors.",
            measure.Description
        );
        Assert.Contains("One of: unknown, recommended, notStarted", measure.FindField("state")?.Description, StringComparison.Ordinal);
        Assert.Equal(
            "Who is responsible. Items of type Party, \"Ansvarlige\" to editors.",
            measure.FindField("responsibleParties")?.Description
        );
        Assert.Contains("internal content", measure.FindField("editorNote")?.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_given_says_what_it_is_in_english()
    {
        var types = GraphQLSchema
            .Parse(await ReadAsync())
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .ToList();

        var said = types
            .Where(type => type is ObjectType or EnumType or InterfaceType)
            .Select(type => (Of: type.Name, type.Description))
            .Concat(
                types
                    .OfType<ObjectType>()
                    .SelectMany(type => type.Fields.Select(field => (Of: $"{type.Name}.{field.Name}", field.Description)))
            )
            .Concat(
                types
                    .OfType<InterfaceType>()
                    .SelectMany(type => type.Fields.Select(field => (Of: $"{type.Name}.{field.Name}", field.Description)))
            )
            .Concat(
                types
                    .OfType<EnumType>()
                    .SelectMany(type => type.Values.Select(value => (Of: $"{type.Name}.{value.Name}", value.Description)))
            )
            .ToList();

        Assert.InRange(said.Count, 1000, int.MaxValue);
        Assert.Empty(said.Where(entry => string.IsNullOrEmpty(entry.Description)).Select(entry => entry.Of));
        // The words of editors stand in quotes, and nowhere else.
        Assert.Empty(
            said.Where(entry => Norwegian().IsMatch(Quoted().Replace(entry.Description!, "")))
                .Select(entry => $"{entry.Of}: {entry.Description}")
        );
        Assert.Empty(said.Where(entry => Bare().IsMatch(entry.Description!)).Select(entry => $"{entry.Of}: {entry.Description}"));
    }

    [Fact]
    public async Task Every_input_says_what_it_asks()
    {
        var types = GraphQLSchema
            .Parse(await ReadAsync())
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .ToList();
        var fields = types
            .OfType<ObjectType>()
            .SelectMany(type => type.Fields.Select(field => (Owner: $"{type.Name}.{field.Name}", field)))
            .Concat(
                types.OfType<InterfaceType>().SelectMany(type => type.Fields.Select(field => (Owner: $"{type.Name}.{field.Name}", field)))
            );

        var said = types
            .OfType<InputObjectType>()
            .SelectMany(type => type.Fields.Select(field => (Of: $"{type.Name}.{field.Name}", field.Description)))
            .Concat(
                fields.SelectMany(entry =>
                    entry.field.Arguments.Select(argument => (Of: $"{entry.Owner}({argument.Name})", argument.Description))
                )
            )
            .ToList();

        Assert.InRange(said.Count, 7000, int.MaxValue);
        Assert.Empty(said.Where(entry => string.IsNullOrEmpty(entry.Description)).Select(entry => entry.Of));
        Assert.Empty(
            said.Where(entry => Norwegian().IsMatch(Quoted().Replace(entry.Description!, "")))
                .Select(entry => $"{entry.Of}: {entry.Description}")
        );
    }

    [GeneratedRegex("\"[^\"]*\"|One of: .*")]
    private static partial Regex Quoted();

    // What is told of a definition that nobody has described.
    [GeneratedRegex(
        "^(Content of type|The part) \\w+,|^(A value|Text|Texts|HTML|Markdown|True or "
            + "false|A number|A day|A point in time|A link|Terms|Items of type [\\w, ]+), \""
    )]
    private static partial Regex Bare();

    [GeneratedRegex(@"[æøåÆØÅ]|\b(og|som|ikke|til|av|eller|når|dokumentet|tiltak|siden)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Norwegian();

    private async Task<string> ReadAsync()
    {
        await site.ReadyAsync();
        return await site.Http.GetStringAsync($"{ApiWithTonsberg.Endpoint}/schema.graphql", Stop);
    }

    private static string FirstDifference(string before, string now)
    {
        var (old, fresh) = (before.Split('\n'), now.Split('\n'));
        var line = old.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was \"{old.ElementAtOrDefault(line)}\" and is \"{fresh.ElementAtOrDefault(line)}\".";
    }
}
