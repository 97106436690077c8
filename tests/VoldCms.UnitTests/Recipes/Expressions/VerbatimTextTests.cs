using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Jint;
using Microsoft.Extensions.Configuration;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.UnitTests.Recipes.Expressions;

/// <summary>Whatever text an export writes means itself when it is read again, and is no script anywhere.</summary>
public sealed class VerbatimTextTests : IDisposable
{
    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.String[Gen.Char["[]:js'\"\\+ /*\n\r\t\u2028\u200F\uFEFF\u0001åøæ\uD83D\uDE00"], 0, 40],
        OneOf(
            "[js: uuid()]",
            "[file:text('../secret')]",
            "[Merk: dette]",
            "[js: 'a' + 'b']",
            "[[js: x]]",
            "[js: \"]",
            "[js:\\u005B]",
            "😀[js: x]",
            "[js: /*verbatim*/ \"x\" + ' ']",
            "[js: /*verbatim*/ \"\\u005B\" + ' ']",
            "[é: a]",
            "[js: \u202Eabc]",
            "[js: 😀]",
            "[js: \r\n]"
        )
    );

    private static readonly Gen<string> s_expressions = Gen.Select(
        OneOf("js", "file", "Merk", "é"),
        s_texts,
        (engine, text) => $"[{engine}:{text}]"
    );

    private readonly RecipeBench _bench = new();

    [Fact]
    public void Any_text_comes_back_through_a_script_and_where_nothing_is_evaluated()
    {
        Gen.OneOf(s_texts, s_expressions)
            .Sample(
                text =>
                {
                    var written = Write(text);
                    Assert.Equal(text, Scripts(isDataOnly: false).Evaluate(written, Refuse));
                    Assert.Equal(text, Scripts(isDataOnly: true).Evaluate(written, Refuse));
                    Assert.Equal(written, Scripts(isDataOnly: false).Evaluate(Write(written), Refuse));
                },
                iter: 3000
            );
    }

    [Theory]
    [InlineData("[js: uuid()]")]
    [InlineData("[file:text('../secret')]")]
    [InlineData("[Utkast: \"plan\" \\ 😀]")]
    public void Orchard_core_reads_the_text_with_one_blank_behind_and_evaluates_nothing_of_it(string text)
    {
        // As its reader does: brackets off both ends, the letters before the colon name the engine, and once more while an expression comes
        // out.
        var read = Write(text);
        for (var round = 0; RecipeExpression.TryRead(read, out var expression); round++)
        {
            Assert.Equal(0, round);
            Assert.Equal("js", expression.Value.Engine);
            read = new Engine().Evaluate(expression.Value.Code).AsString();
        }

        Assert.Equal(text + " ", read);
    }

    [Fact]
    public void What_is_no_expression_is_written_as_it_stands() =>
        Assert.Equal("[locale en]a: b[/locale]", Write("[locale en]a: b[/locale]"));

    [Fact]
    public void A_content_import_evaluates_nothing()
    {
        var warnings = new List<string>();

        Assert.Equal("[js: uuid()]", Scripts(isDataOnly: true).Evaluate("[js: uuid()]", warnings.Add));
        Assert.Equal("[file:text('a')]", Scripts(isDataOnly: true).Evaluate("[file:text('a')]", warnings.Add));
        Assert.Equal(2, warnings.Count);
    }

    public void Dispose() => _bench.Dispose();

    private static void Refuse(string warning) => Assert.Fail(warning);

    private static string Write(string text) => VerbatimText.Write(JsonValue.Create(text))!.GetValue<string>();

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private RecipeScripts Scripts(bool isDataOnly) =>
        new(
            JsonDocument.Parse("{}").RootElement,
            RecipeSource.OfFile(Path.Combine(_bench.Folder, "r.recipe.json")).Files,
            new RecipeEnvironment(new Dictionary<string, string?>(), new ConfigurationBuilder().Build(), "prøve", "/prove"),
            TimeProvider.System,
            1_000_000,
            log: null,
            isDataOnly
        );
}
