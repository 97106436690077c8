using System.Diagnostics;
using System.Text;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Reading;

/// <summary>Recipes that nobody should write: each gives one clear line, in bounded time and memory, and stores nothing.</summary>
public sealed class MalformedRecipeTests : IDisposable
{
    private const string Type =
        """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "T", "DisplayName": "T","""
        + """ "ContentTypePartDefinitionRecords": [ { "PartName": "T", "Name": "T" }, { "PartName": "BagPart","""
        + """ "Name": "Bag" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" } ] } ],"""
        + """ "ContentParts": [ { "Name": "T", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField","""
        + """ "Name": "Text" }, { "FieldName": "DateField", "Name": "When" }, { "FieldName": "MultiTextField", "Name": "Many" } ] } ] }""";

    private readonly RecipeBench _bench = new();

    public static TheoryData<string, string, string> Recipes { get; } =
        new()
        {
            { "nothing", "", "is empty" },
            { "blank", "   ", "line 1" },
            { "half an object", "{ \"steps\": [", "line 1" },
            { "a word", "hello", "line 1, column 1" },
            { "single quotes", "{ 'name': 'x' }", "line 1, column 3" },
            { "a comma too many", "{ \"steps\": [ ,, ] }", "line 1" },
            { "something after the end", "{ \"steps\": [] } x", "line 1" },
            { "two objects", "{ \"steps\": [] } { }", "line 1" },
            { "a comment without end", "{ \"steps\": [] /* ", "line 1" },
            { "a text without end", "{ \"name\": \"x", "line 1" },
            { "a line break in a text", "{ \"name\": \"x\ny\" }", "line 1" },
            { "a key twice", "{ \"name\": \"x\", \"name\": \"y\" }", "name" },
            { "half a surrogate pair", "{ \"name\": \"\\ud800\" }", "surrogate" },
            { "a bad escape", "{ \"name\": \"\\q\" }", "line 1" },
            { "a list at the root", "[]", "is a list; expected an object" },
            { "a number at the root", "7", "is a number; expected an object" },
            { "null at the root", "null", "is null; expected an object" },
            { "steps as an object", "{ \"steps\": {} }", "steps, line 1: is an object; expected a list" },
            { "steps as null", "{ \"steps\": null }", "steps, line 1: is null; expected a list" },
            { "no steps", "{ \"name\": \"x\" }", "has no \"steps\"" },
            { "an item instead of a recipe", "{ \"ContentItemId\": \"a\", \"ContentType\": \"T\" }", "has no \"steps\"" },
            { "a step without a name", "{ \"steps\": [ { \"enable\": [] } ] }", "steps[0], line 1: has no \"name\"" },
            { "a step of a blank name", "{ \"steps\": [ { \"name\": \"\" } ] }", "steps[0].name, line 1: is empty" },
            { "a step as a text", "{ \"steps\": [ \"feature\" ] }", "steps[0], line 1: is a text; expected an object" },
            { "a step's name as a number", "{ \"steps\": [ { \"name\": 7 } ] }", "steps[0].name, line 1: is a number" },
            { "the name as a list", "{ \"name\": [], \"steps\": [] }", "name, line 1: is a list; expected a text" },
            { "variables as a list", "{ \"variables\": [], \"steps\": [] }", "variables, line 1: is a list; expected an object" },
            {
                "features as a text",
                Steps("""{ "name": "feature", "enable": "OrchardCore.Title" }"""),
                "steps[0].enable, line 1: is a text; expected a list of texts"
            },
            { "a feature as a number", Steps("""{ "name": "feature", "enable": [ 1 ] }"""), "enable[0], line 1: is a number" },
            {
                "a site name as an object",
                Steps("""{ "name": "settings", "SiteName": {} }"""),
                "SiteName, line 1: is an object; expected a text"
            },
            {
                "a page size in letters",
                Steps("""{ "name": "settings", "PageSize": "many" }"""),
                "PageSize, line 1: is a text; expected a number"
            },
            {
                "cultures as a text",
                Steps("""{ "name": "settings", "LocalizationSettings": { "SupportedCultures": "nb" } }"""),
                "LocalizationSettings.SupportedCultures, line 1: is a text"
            },
            { "localization as a list", Steps("""{ "name": "settings", "LocalizationSettings": [] }"""), "is a list; expected an object" },
            {
                "a role without a name",
                Steps("""{ "name": "Roles", "Roles": [ { "Permissions": [] } ] }"""),
                "Roles[0].Name, line 1: is missing"
            },
            {
                "permissions as a text",
                Steps("""{ "name": "Roles", "Roles": [ { "Name": "A", "Permissions": "x" } ] }"""),
                "Roles[0].Permissions, line 1: is a text"
            },
            {
                "an unknown behaviour",
                Steps("""{ "name": "Roles", "Roles": [ { "Name": "A", "PermissionBehavior": "Toggle" } ] }"""),
                "expected Replace, Add or Remove"
            },
            {
                "types as an object",
                Steps("""{ "name": "ContentDefinition", "ContentTypes": {} }"""),
                "ContentTypes, line 1: is an object; expected a list of objects"
            },
            {
                "a type without a name",
                Steps("""{ "name": "ContentDefinition", "ContentTypes": [ {} ] }"""),
                "ContentTypes[0].Name, line 1: the record has no Name"
            },
            {
                "a type of a reserved name",
                Steps("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Owner" } ] }"""),
                "is reserved"
            },
            {
                "a type of a hostile name",
                Steps("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "<script>" } ] }"""),
                "is no name"
            },
            {
                "a part record without PartName",
                Steps(
                    """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "A","""
                        + """ "ContentTypePartDefinitionRecords": [ { "Name": "B" } ] } ] }"""
                ),
                "has no PartName"
            },
            {
                "a field without a name",
                Steps(
                    """{ "name": "ContentDefinition", "ContentParts": [ { "Name": "A","""
                        + """ "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField" } ] } ] }"""
                ),
                "has no Name"
            },
            {
                "names to delete as objects",
                Steps("""{ "name": "DeleteContentDefinition", "ContentTypes": [ {} ] }"""),
                "ContentTypes[0], line 1: is an object; expected a text"
            },
            {
                "an item as a text",
                Steps(Type, """{ "name": "content", "data": [ "x" ] }"""),
                "data[0], line 1: is a text; expected an object"
            },
            {
                "an item without a type",
                Steps(Type, """{ "name": "content", "data": [ { "ContentItemId": "a" } ] }"""),
                "data[0].ContentType, line 1: is missing"
            },
            { "an item of an undefined type", Steps(Type, Content("\"ContentType\": \"U\"")), "the type 'U' is not defined" },
            {
                "an id as a number",
                Steps(Type, """{ "name": "content", "data": [ { "ContentItemId": 7, "ContentType": "T" } ] }"""),
                "ContentItemId, line 1: is a number; expected a text"
            },
            {
                "a flag in letters",
                Steps(Type, Content("\"ContentType\": \"T\", \"Latest\": \"perhaps\"")),
                "Latest, line 1: is a text; expected true or false"
            },
            {
                "a date in words",
                Steps(Type, Content("\"ContentType\": \"T\", \"CreatedUtc\": \"yesterday\"")),
                "CreatedUtc, line 1: is a text; expected a point in time"
            },
            {
                "a field's date in words",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"When\": { \"Value\": \"soon\" } }")),
                "T.When.Value, line 1: is a text; expected a date"
            },
            {
                "a day of another notation",
                Steps(Type, Content("\"ContentType\": \"T\", \"CreatedUtc\": \"02/03/2026\"")),
                "CreatedUtc, line 1: is a text; expected a point in time"
            },
            {
                "a field's day of another notation",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"When\": { \"Value\": \"02/03/2026\" } }")),
                "T.When.Value, line 1: is a text; expected a date"
            },
            {
                "a day that no month has",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"When\": { \"Value\": \"2026-02-30\" } }")),
                "T.When.Value, line 1: is a text; expected a date"
            },
            {
                "a day in a bag of another notation",
                Steps(
                    Type,
                    Content(
                        "\"ContentType\": \"T\", \"Bag\": { \"ContentItems\": [ { \"ContentType\": \"T\", "
                            + "\"T\": { \"When\": { \"Value\": \"Nov 2026\" } } } ] }"
                    )
                ),
                "Bag.ContentItems[0].T.When.Value"
            },
            {
                "a field as a text",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"Text\": \"x\" }")),
                "T.Text, line 1: is a text; expected an object"
            },
            {
                "a part as a text",
                Steps(Type, Content("\"ContentType\": \"T\", \"AutoroutePart\": \"a path\"")),
                "data[0].AutoroutePart, line 1: is a text; expected an object"
            },
            {
                "a part as a number",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": 7")),
                "data[0].T, line 1: is a number; expected an object"
            },
            {
                "a bagged item's part as a text",
                Steps(Type, Content("\"ContentType\": \"T\", \"Bag\": { \"ContentItems\": [ { \"ContentType\": \"T\", \"T\": \"x\" } ] }")),
                "Bag.ContentItems[0].T, line 1: is a text"
            },
            {
                "a place in a list as a text",
                Steps(Type, Content("\"ContentType\": \"T\", \"ContainedPart\": \"x\"")),
                "ContainedPart, line 1: is a text; expected an object"
            },
            {
                "settings whose part is a text",
                Steps(Type, """{ "name": "custom-settings", "T": { "ContentType": "T", "T": "x" } }"""),
                "T.T, line 1: is a text; expected an object"
            },
            {
                "a path with a slash in front",
                Steps(Type, Path("/nb/x")),
                "data[0].AutoroutePart.Path, line 1: '/nb/x' begins with a slash"
            },
            { "a path that climbs", Steps(Type, Path("/../../x")), "'/../../x' begins with a slash" },
            { "a path with a slash behind", Steps(Type, Path("nb/hjelp/x/")), "'nb/hjelp/x/' ends with a slash" },
            { "a path with an invisible letter", Steps(Type, Path("nb/\\u200Bx")), "holds the invisible character U+200B" },
            {
                "a text as a list",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"Text\": { \"Text\": [ 1 ] } }")),
                "T.Text.Text, line 1: is a list; expected a text"
            },
            {
                "texts as a number",
                Steps(Type, Content("\"ContentType\": \"T\", \"T\": { \"Many\": { \"Values\": [ 1 ] } }")),
                "expected a list of texts"
            },
            {
                "a bag as an object",
                Steps(Type, Content("\"ContentType\": \"T\", \"Bag\": { \"ContentItems\": {} }")),
                "expected a list of content items"
            },
            {
                "a bagged item without a type",
                Steps(Type, Content("\"ContentType\": \"T\", \"Bag\": { \"ContentItems\": [ {} ] }")),
                "Bag.ContentItems[0].ContentType"
            },
            {
                "a nested recipe without a name",
                Steps("""{ "name": "recipes", "Values": [ {} ] }"""),
                "Values[0].name, line 1: is missing"
            },
            { "nested recipes as texts", Steps("""{ "name": "recipes", "Values": [ "A" ] }"""), "Values[0], line 1: is a text" },
            { "a recipe that names itself", Steps("""{ "name": "recipes", "Values": [ { "name": "R" } ] }"""), "in a circle: R -> R" },
            {
                "a function that nobody has",
                Steps("""{ "name": "settings", "SiteName": "[js: nobody()]" }"""),
                "there is no function 'nobody'"
            },
            { "a script that is not balanced", Steps("""{ "name": "settings", "SiteName": "[js: base64('a']" }"""), "it is no JavaScript" },
            {
                "a file outside",
                Steps("""{ "name": "settings", "SiteName": "[file:text('../../etc/passwd')]" }"""),
                "leads out of the recipe's folder"
            },
            {
                "a file that is not there",
                Steps("""{ "name": "settings", "SiteName": "[file:text('gone.txt')]" }"""),
                "there is no file 'gone.txt'"
            },
            {
                "media that climb",
                Steps("""{ "name": "media", "Files": [ { "TargetPath": "a/../../b.png", "Base64": "AAAA" } ] }"""),
                "is no place for a file"
            },
            {
                "media from outside",
                Steps("""{ "name": "media", "Files": [ { "TargetPath": "b.png", "SourcePath": "../../../etc/passwd" } ] }"""),
                "SourcePath, line 1: '../../../etc/passwd' leads out"
            },
            {
                "a program as media",
                Steps("""{ "name": "media", "Files": [ { "TargetPath": "b.exe", "Base64": "AAAA" } ] }"""),
                "the extension '.exe'"
            },
            {
                "media that are not base64",
                Steps("""{ "name": "media", "Files": [ { "TargetPath": "b.png", "Base64": "***" } ] }"""),
                "Base64, line 1: is not base64"
            },
            {
                "media from nowhere",
                Steps("""{ "name": "media", "Files": [ { "TargetPath": "b.png" } ] }"""),
                "says not where the file is"
            },
            {
                "queries as an object",
                Steps("""{ "name": "queries", "Queries": {} }"""),
                "Queries, line 1: is an object; expected a list of objects"
            },
            {
                "templates as a list",
                Steps("""{ "name": "Templates", "Templates": [] }"""),
                "Templates, line 1: is a list; expected an object"
            },
            {
                "translations without a culture",
                Steps("""{ "name": "Translations", "translations": [ { "key": "a" } ] }"""),
                "translations[0].culture, line 1: is missing"
            },
            {
                "custom settings as a text",
                Steps("""{ "name": "custom-settings", "A": "x" }"""),
                "A, line 1: is a text; expected an object"
            },
            {
                "an index profile without a name",
                Steps("""{ "name": "CreateOrUpdateIndexProfile", "indexes": [ {} ] }"""),
                "indexes[0].Name, line 1: is missing"
            },
        };

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task It_is_refused_with_one_clear_line(string what, string recipe, string expected)
    {
        var outcome = await _bench.RunAsync(recipe);

        Assert.True(outcome.Faults.Count == 1, $"{what}: {string.Join(" | ", outcome.Faults)}");
        Assert.StartsWith("r.recipe.json: ", outcome.Faults[0]);
        Assert.Contains(expected, outcome.Faults[0]);
        Assert.DoesNotContain('\n', outcome.Faults[0]);
        Assert.Equal(0, _bench.Tenant.Commits);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Ten_thousand_levels_are_refused_without_a_stack_overflow(char open, char close)
    {
        var deep = new StringBuilder("{ \"steps\": [ { \"name\": \"settings\", \"X\": ");
        for (var level = 0; level < 10_000; level++)
        {
            deep.Append(open).Append(open == '{' ? "\"a\": " : "");
        }

        deep.Append('1').Append(close, 10_000).Append("} ] }");

        Assert.Contains("deeper than 64 levels", Assert.Single((await _bench.RunAsync(deep.ToString())).Faults));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused_with_their_line()
    {
        var path = _bench.Write("r.recipe.json", [.. "{\n \"name\": \""u8, 0xC3, 0x28, .. "\" }"u8]);

        Assert.Contains("line 2: the byte 0xC3 is not valid UTF-8", Assert.Single((await _bench.RunFileAsync(path)).Faults));
    }

    [Fact]
    public async Task Thirty_megabytes_with_a_fault_at_the_end_are_refused_in_bounded_time_and_memory()
    {
        var recipe = new StringBuilder(32_000_000)
            .Append("{ \"steps\": [ ")
            .Append(Type)
            .Append(", { \"name\": \"content\", \"data\": [\n");
        for (var item = 0; recipe.Length < 30_000_000; item++)
        {
            recipe
                .Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{{ \"ContentItemId\": \"i{item}\", \"ContentType\": \"T\", \"T\": {{ \"Text\": {{ \"Text\": \""
                )
                .Append('x', 900)
                .Append("\" } } },\n");
        }

        recipe.Append("{ \"ContentItemId\": \"last\", \"ContentType\": \"U\" } ] } ] }");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();

        var outcome = await _bench.RunAsync(recipe.ToString());

        Assert.Contains("the type 'U' is not defined", Assert.Single(outcome.Faults));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < 1_000_000_000);
    }

    [Fact]
    public async Task A_family_of_recipes_that_doubles_at_every_level_is_refused()
    {
        for (var level = 0; level < 20; level++)
        {
            _bench.Write(
                $"n{level}.recipe.json",
                $$"""{ "name": "N{{level}}", "steps": [ { "name": "recipes","""
                    + $$""" "Values": [ { "name": "N{{level + 1}}" }, { "name": "N{{level + 1}}" } ] } ] }"""
            );
        }

        _bench.Write("n20.recipe.json", """{ "name": "N20", "steps": [] }""");

        Assert.Contains(
            "more than 10000 steps",
            Assert.Single((await _bench.RunAsync(Steps("""{ "name": "recipes", "Values": [ { "name": "N0" } ] }"""))).Faults)
        );
    }

    [Fact]
    public async Task Hostile_html_is_cleaned_and_told()
    {
        const string Html =
            """{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "H","""
            + """ "ContentTypePartDefinitionRecords": [ { "PartName": "H", "Name": "H" } ] } ],"""
            + """ "ContentParts": [ { "Name": "H","""
            + """ "ContentPartFieldDefinitionRecords": [ { "FieldName": "HtmlField", "Name": "Body" } ] } ] }""";
        var outcome = await _bench.RunAsync(
            Steps(
                Html,
                Content(
                    "\"ContentType\": \"H\", \"Latest\": true, \"Published\": true, \"H\": { "
                        + "\"Body\": { \"Html\": \"<p onclick='x'>Hei<script>x</script></p>\" } }"
                )
            )
        );

        Assert.Contains("HTML that is not allowed was taken out", Assert.Single(outcome.Warnings));
        Assert.Equal("<p>Hei</p>", _bench.Tenant.FindLatest("a")!.FindField("H", "Body")!["Html"]!.GetValue<string>());
    }

    public void Dispose() => _bench.Dispose();

    private static string Steps(params string[] steps) => $$"""{ "name": "R", "steps": [ {{string.Join(", ", steps)}} ] }""";

    private static string Path(string path) => Content($"\"ContentType\": \"T\", \"AutoroutePart\": {{ \"Path\": \"{path}\" }}");

    private static string Content(string members) => $$"""{ "name": "content", "data": [ { "ContentItemId": "a", {{members}} } ] }""";
}
