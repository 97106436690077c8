using System.Text.RegularExpressions;
using VoldCms.ContentApi.GraphQL;
using VoldCms.ContentApi.Http;
using Xunit;

namespace VoldCms.UnitTests.ContentApi.GraphQL;

/// <summary>Every code that the API can answer with stands in its documentation.</summary>
public sealed partial class ErrorCodesTests
{
    // Commands and recipes say these, and no program meets them.
    private static readonly string[] s_elsewhere =
    [
        "VoldCms.Recipes",
        "VoldCms.Users",
        "VoldCms.Web",
        "Tenancy/TenantStore.cs",
        "Definitions/",
        "Actions/Change",
        "Actions/ConfigurationChange",
        "Actions/Restore",
        "Actions/Clone",
        "Actions/DiscardDraft",
        "Actions/ImportContent",
    ];

    [Fact]
    public void Each_code_of_the_source_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));
        var sources = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !s_elsewhere.Any(part => file.Contains(part, StringComparison.Ordinal))
            );
        // Rules for schemas meet no client.
        var schemaRules = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Cms", "VoldCms.GraphQL", "Validation", "Rules", "Sdl"))
            .Select(Path.GetFileNameWithoutExtension)
            .Append("Schema");
        string[] codes =
        [
            .. sources
                .SelectMany(file => Code().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["code"].Value)
                .Except(schemaRules.OfType<string>())
                .Order(),
        ];

        Assert.True(codes.Length > 45, string.Join(' ', codes));
        Assert.All(codes, code => Assert.Contains($"`{code}`", documented, StringComparison.Ordinal));
    }

    [Theory]
    [
        InlineData("""{"a":1,"a":2}""", "has the key \"a\" twice in one object."),
        InlineData("""{"a":{"b":1},"c":[{"b":1,"b":2}]}""", "has the key \"b\" twice in one object.")
    ]
    [
        InlineData("", "is empty; expected JSON."),
        InlineData("{", "is no JSON: line 1, byte 2."),
        InlineData("{\n \"a\": NaN }", "is no JSON: line 2, byte 7."),
        InlineData("{}{}", "is no JSON: line 1, byte 3.")
    ]
    [InlineData("""{"a":"\ud800"}""", "holds half a character."), InlineData("""{"a":"\u0000"}""", "holds the character U+0000.")]
    public void A_body_that_cannot_be_read_is_told_what_it_is(string body, string expected)
    {
        Assert.False(StrictJson.TryParse(System.Text.Encoding.UTF8.GetBytes(body), out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Too_deep_json_is_told_so()
    {
        Assert.False(StrictJson.TryParse(System.Text.Encoding.UTF8.GetBytes(new string('[', 100_000)), out _, out var fault));
        Assert.Equal("is nested more than 64 levels deep.", fault);
    }

    [GeneratedRegex(
        """
            (?:(?:Refusal|Invalid|ErrorBody)\.(?:Of|Error)|new\ (?:Forbidden|NotFound|Conflict|Invalid|FilterFaultException))
                \(\s*"(?<code>[A-Za-z_.-]+)"
            | (?:new|ProblemResult|Refuse|RequestFaultException)\(\s*(?:status|StatusCodes\.\w+),\s*"(?<code>[a-z.-]+)"
            | nameof\(GraphQLLimits\.(?<code>\w+)\)
            | urn:voldcms:(?<code>[a-z][a-z.-]+)"
            | Rule\ =\ (?:nameof\(\w+\.(?<code>\w+)\)|"(?<code>\w+)")
            | (?:Code|CompleteValue|ResolveFieldValue)\ =\ (?:"(?<code>[A-Za-z.-]+)"|nameof\((?<code>\w+)\))
            | Rule\(context\ =>\ new\ (?<code>\w+)\(context\)\)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Code();
}
