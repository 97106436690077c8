using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using VoldCms.Data.Databases;
using VoldCms.GraphQL.Types;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

/// <summary>The examples of docs/api.md, run as they stand there: what is changed in the document is tested.</summary>
[Collection(SeededSite.Name)]
public sealed partial class DocumentationTests(ApiWithTonsberg site) : ApiTest(site)
{
    private const string InTheDocument = "http://localhost:5080/";

    private static (string Name, string Value) Administrator { get; } = (ApiSite.WhoHeader, "Administrator");

    [Fact]
    public async Task The_example_for_the_shell_gives_a_plan_s_measures()
    {
        var answer = await RunAsync("bash", "bash", ["-c", "{0}"]);

        Assert.NotEmpty(answer.GetProperty("data").GetProperty("plan")[0].GetProperty("measureByPlan").EnumerateArray());
    }

    [Fact]
    public async Task The_example_in_javascript_finds_measures()
    {
        var answer = await RunAsync("js", "node", ["--input-type=module", "-e", "{0}console.log(JSON.stringify({ data, errors }));"]);

        Assert.False(answer.TryGetProperty("errors", out _));
        Assert.NotEmpty(answer.GetProperty("data").GetProperty("measure").EnumerateArray());
    }

    [Fact]
    public async Task The_example_in_csharp_gives_the_languages()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "cultures.cs");
        await File.WriteAllTextAsync(file, await ExampleAsync("csharp"), Stop);

        // The compiler's own leavings go with the folder.
        var printed = await Programs.RunAsync("dotnet", ["run", file], folder.Path, Stop, ("TMPDIR", folder.Path), ("TMP", folder.Path));
        var cultures = JsonSerializer.Deserialize<JsonElement>(printed);

        Assert.Contains(cultures.EnumerateArray(), culture => culture.GetProperty("default").GetBoolean());
    }

    [Fact]
    public async Task The_example_in_kotlin_asks_what_the_site_knows()
    {
        var example = await ExampleAsync("kotlin");

        // There is no compiler of Kotlin here: its address and its body are sent as they stand.
        var answer = await Site.SendAsync(
            "POST",
            KotlinAddress().Match(example).Groups[1].Value,
            KotlinQuery().Match(example).Groups[1].Value
        );

        Assert.NotEmpty(DataOf(answer, "kotlin").GetProperty("helpPage").EnumerateArray());
    }

    [Fact]
    public async Task The_example_that_counts_finds_something_to_count()
    {
        var query = (await ExamplesAsync("graphql")).Single(example => !example.StartsWith("mutation", StringComparison.Ordinal));

        Assert.NotEmpty(DataOf(await AskAsync(query), query).GetProperty("measureCounts").EnumerateArray());
    }

    [Fact]
    public async Task The_example_that_publishes_changes_a_page()
    {
        var mutation = (await ExamplesAsync("graphql")).Single(example => example.StartsWith("mutation", StringComparison.Ordinal));
        var made = await MutateAsync(
            "mutation { publishHelpPage(content: { title: \"Prøve\", path: \"nb/prove\", localization: { "
                + "culture: \"nb\", localizationSet: \"prove\" } }) { contentItemId contentItemVersionId } }"
        );
        var (id, version) = (
            made.GetProperty("publishHelpPage").GetProperty("contentItemId").GetString(),
            made.GetProperty("publishHelpPage").GetProperty("contentItemVersionId").GetString()
        );

        var published = await MutateAsync(mutation, new { id, version });
        await MutateAsync("mutation ($id: ID!) { removeHelpPage(contentItemId: $id) }", new { id });

        Assert.Equal("Kort forklart", published.GetProperty("publishHelpPage").GetProperty("ingress").GetString());
    }

    [Fact]
    public async Task Each_content_that_stands_in_a_line_can_be_saved()
    {
        await site.ReadyAsync();
        string[] contents =
        [
            .. (await SpansAsync()).Where(span => Content().IsMatch(span) && !span.StartsWith("extensions", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(contents);
        foreach (var content in contents)
        {
            var saved = await MutateAsync(
                $"mutation {{ saveHelpPageDraft(content: {{ title: \"Prøve\", {content} }}) {{ contentItemId }} }}"
            );
            await MutateAsync(
                "mutation ($id: ID!) { removeHelpPage(contentItemId: $id) }",
                new { id = saved.GetProperty("saveHelpPageDraft").GetProperty("contentItemId").GetString() }
            );
        }
    }

    [Fact]
    public async Task Each_question_that_stands_in_a_line_is_answered()
    {
        string[] questions = [.. (await SpansAsync()).Where(span => Question().IsMatch(span))];

        Assert.True(questions.Length >= 6, string.Join('\n', questions));
        var root = await ObjectTypeAsync("Query");
        foreach (var question in questions)
        {
            var name = Word().Match(question.Replace('(', ' ')).Value;
            // What is no question of its own is a selection of an item that has it.
            var asked = root.Fields.Any(field => field.Name == name)
                ? question
                : root.Fields.Where(field =>
                        field.Type.NullableType is ListType
                        && field.Type.UnwrappedType is ObjectType type
                        && type.Fields.Any(inner => inner.Name == name)
                    )
                    .Select(field => $"{field.Name} {{ {question} }}")
                    .FirstOrDefault()
                    ?? question;
            DataOf(await AskAsync($"{{ {asked} }}"), question);
        }
    }

    [Fact]
    public async Task Each_field_has_the_arguments_that_the_document_names()
    {
        var fields = (await SchemaAsync()).Types.OfType<ObjectType>().SelectMany(type => type.Fields).ToLookup(field => field.Name);
        string[] signatures = [.. (await SpansAsync()).Where(span => Signature().IsMatch(span))];

        Assert.True(signatures.Length > 12, string.Join('\n', signatures));
        foreach (var signature in signatures)
        {
            var name = signature[..signature.IndexOf('(', StringComparison.Ordinal)];
            string[] arguments = [.. signature[(name.Length + 1)..^1].Split(',').Select(argument => argument.Trim().TrimEnd('!')).Order()];
            Assert.Contains(fields[name], field => arguments.SequenceEqual(field.Arguments.Select(argument => argument.Name).Order()));
        }
    }

    [Fact]
    public async Task Each_address_is_there()
    {
        await site.ReadyAsync();
        var id = (await Site.SendAsync("GET", "tonsberg/api/content?type=HelpPage&first=1", null, Administrator))
            .Json.GetProperty("items")[0]
            .GetProperty("ContentItemId")
            .GetString();
        string[] addresses =
        [
            .. (await SpansAsync())
                .Select(span => Address().Match(span))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];
        string[] parameters =
        [
            .. (await SpansAsync()).Where(span => AddressParameter().IsMatch(span) && !span.StartsWith("draft", StringComparison.Ordinal)),
        ];

        Assert.True(addresses.Length >= 6, string.Join('\n', addresses));
        foreach (var address in addresses)
        {
            var answer = await Site.SendAsync(
                "GET",
                address
                    .Replace("{tenant}", "tonsberg", StringComparison.Ordinal)
                    .Replace("{id}", id, StringComparison.Ordinal)
                    .TrimStart('/'),
                null,
                Administrator
            );
            // GraphQL without a query is told what is missing, a list without a type too.
            Assert.True(
                answer.Status == HttpStatusCode.OK
                    || (address is "/{tenant}/api/graphql" or "/{tenant}/api/content" && answer.Status == HttpStatusCode.BadRequest),
                $"{address}: {answer.Status} {answer.Text}"
            );
        }

        Assert.True(parameters.Length >= 4, string.Join('\n', parameters));
        foreach (var parameter in parameters)
        {
            var answer = await Site.SendAsync("GET", $"tonsberg/api/content?type=HelpPage&{parameter}", null, Administrator);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{parameter}: {answer.Text}");
        }
    }

    [Fact]
    public async Task Each_command_does_what_it_says()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await RunAsync("tenant", "create", "Tonsberg");
        string[] commands =
        [
            .. (await ExampleAsync("sh"))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('#')[0].Split("VoldCms.Web -- ")[1].Trim()),
        ];
        var id = "";

        Assert.Equal(3, commands.Length);
        foreach (var command in commands)
        {
            var arguments = Word()
                .Matches(command.Replace("4qhs1tn7v0m3w2c9x8y5z6abcd", id, StringComparison.Ordinal))
                .Select(word => word.Value.Trim('"'));
            var (code, output, errors) = await RunAsync([.. arguments]);
            Assert.True(code == 0, $"{command}: {errors}");
            id = command.Contains(" list ", StringComparison.Ordinal) ? output.Split('\t')[0] : id;
        }

        Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
            Web.HostProgram.RunAsync(database, "", [], arguments, Stop);
    }

    private static JsonElement DataOf(ApiAnswer answer, string question)
    {
        Assert.False(answer.Json.TryGetProperty("errors", out var errors), $"{question}: {errors}");
        return answer.Json.GetProperty("data");
    }

    private async Task<GraphQLSchema> SchemaAsync()
    {
        await site.ReadyAsync();
        return GraphQLSchema.Parse(await Site.Http.GetStringAsync($"{ApiWithTonsberg.Endpoint}/schema.graphql", Stop));
    }

    private async Task<ObjectType> ObjectTypeAsync(string name) => Assert.IsType<ObjectType>((await SchemaAsync()).FindType(name));

    private async Task<ApiAnswer> AskAsync(string query)
    {
        await site.ReadyAsync();
        return await Site.SendAsync(
            "POST",
            ApiWithTonsberg.Endpoint,
            JsonSerializer.Serialize(new { query }, JsonSerializerOptions.Default)
        );
    }

    private async Task<JsonElement> MutateAsync(string query, object? variables = null) =>
        DataOf(
            await Site.SendAsync(
                "POST",
                ApiWithTonsberg.Endpoint,
                JsonSerializer.Serialize(new { query, variables }, JsonSerializerOptions.Default),
                Administrator
            ),
            query
        );

    private async Task<JsonElement> RunAsync(string language, string program, string[] arguments)
    {
        var example = await ExampleAsync(language);
        var output = await Programs.RunAsync(
            program,
            [.. arguments.Select(argument => argument.Replace("{0}", example, StringComparison.Ordinal))],
            AppContext.BaseDirectory,
            Stop
        );
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    /// <summary>The one example in that language, at the address of this site.</summary>
    private async Task<string> ExampleAsync(string language) => Assert.Single(await ExamplesAsync(language));

    private async Task<IReadOnlyList<string>> ExamplesAsync(string language)
    {
        await site.ReadyAsync();
        return
        [
            .. Example()
                .Matches(await TextAsync())
                .Where(match => match.Groups[1].Value == language)
                .Select(match => match.Groups[2].Value.Replace(InTheDocument, Site.Http.BaseAddress!.ToString(), StringComparison.Ordinal)),
        ];
    }

    /// <summary>What stands between two backticks outside of the examples.</summary>
    private static async Task<IReadOnlyList<string>> SpansAsync() =>
        [.. Span().Matches(Example().Replace(await TextAsync(), "")).Select(match => match.Groups[1].Value)];

    private static Task<string> TextAsync() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), Stop);

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\"\"\"(.*?)\"\"\"", RegexOptions.Singleline)]
    private static partial Regex KotlinQuery();

    [GeneratedRegex(@"URI\(""([^""]+)""\)")]
    private static partial Regex KotlinAddress();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    // With values for its arguments, or with an alias in its selection, and all of what it selects.
    [GeneratedRegex(@"^\w+(\(.*:.*\))? \{ [^…]*\}$")]
    private static partial Regex Question();

    [GeneratedRegex(@"^\w+: \{.*\}$")]
    private static partial Regex Content();

    [GeneratedRegex(@"^[a-z]\w+\([a-zA-Z!, ]+\)$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:GET )?(/\{tenant\}/api/\S+)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^[a-z][\w.]*=[\w.,-]+$")]
    private static partial Regex AddressParameter();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Word();
}
