using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Expressions;

public sealed class RecipeScriptsTests : IDisposable
{
    private readonly RecipeBench _bench = new();
    private readonly List<string> _warnings = [];

    [Theory]
    [InlineData("[locale en]You: me[/locale]")]
    [InlineData("[1js: uuid()]")]
    [InlineData("[sc text='a : b'/]")]
    [InlineData("[]")]
    [InlineData("[: x]")]
    [InlineData("[[js: uuid()]]")]
    [InlineData("[js: uuid()] ")]
    [InlineData("js: uuid()")]
    [InlineData("[no colon]")]
    public void What_is_no_expression_stays_the_very_same_text(string text) => Assert.Same(text, Evaluate(text));

    [Theory]
    [InlineData("[js: 'a' + 'b']", "ab")]
    [InlineData("[js:\"it's\" + ' ' + `so`;]", "it's so")]
    [InlineData("[js: ('a' + ('b' + 'c'))]", "abc")]
    [InlineData("[js: 1 + 2 + 'x' + 1 + 2]", "3x12")]
    [InlineData("[js: 1.5]", "1.5")]
    [InlineData("[js: true]", "True")]
    [InlineData("[js: 'x' + true]", "xtrue")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: 'a\\u00e5\\n\\x41\\u{1F600}']", "aå\nA\U0001F600")]
    [InlineData("[js: base64('YmzDpQ==')]", "blå")]
    [InlineData("[js: html('bl&aring;')]", "blå")]
    [InlineData("[js: gzip('H4sIAAAAAAAAA0tKAgCuG661AgAAAA==')]", "YmI=")]
    [InlineData("[js: encodeURIComponent('å/b')]", "%C3%A5%2Fb")]
    [InlineData("[js: getUrlPrefix('/a') /* where */]", "/prove/a")]
    [InlineData("[js: parameters('SiteName')]", "Prøve")]
    [InlineData("[js: parameters('Nothing')]", "")]
    [InlineData("[js: configuration('OrchardCore_Admin:AdminUrlPrefix', 'Admin') + '/x']", "styring/x")]
    [InlineData("[js: configuration('Own')]", "the tenant's")]
    [InlineData("[js: configuration('Missing', 'given')]", "given")]
    [InlineData("[js: log('Information', 'x')]", "")]
    [InlineData("[js: variables('plain') + '!']", "simple!")]
    [InlineData("[js: variables('nested')]", "<simple>")]
    [InlineData("[js: '[js: ' + \"'twice']\"]", "twice")]
    public void The_grammar_is_evaluated_to_a_text(string text, string expected)
    {
        Assert.Equal(expected, Evaluate(text));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        try
        {
            Assert.Equal("1.5", Evaluate("[js: 1.5]"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_calls_of_uuid_differ_and_a_variable_keeps_its_own()
    {
        var scripts = Scripts();

        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", Evaluate("[js: uuid()]"));
        Assert.NotEqual(Evaluate("[js: uuid()]"), Evaluate("[js: uuid()]"));
        Assert.Equal(scripts.Evaluate("[js: variables('id')]", _warnings.Add), scripts.Evaluate("[js: variables('id')]", _warnings.Add));
    }

    [Fact]
    public void Now_is_written_as_javascript_does() => Assert.Equal("2026-03-01T12:00:00.250Z", Evaluate("[js: new Date().toISOString()]"));

    [Theory]
    [InlineData("[js: 'abc'.toUpperCase()]", "ABC")]
    [InlineData("[js: const names = ['a', 'b']; return '<b>' + names[new Date().getMonth() - 1] + '</b>';]", "<b>b</b>")]
    [InlineData("[js: function twice(x) { return x + x } twice('a')]", "aa")]
    [InlineData("[js: /[)]/.test('x') ? 'a' : `${'b'}`]", "b")]
    [InlineData("[js: let t = 'x'; for (const n of [1, 2]) { t += `-${n}${`(${n + 1})`}` } t]", "x-1(2)-2(3)")]
    [InlineData("[js: let n = 1; n += 2; n]", "3")]
    [InlineData("[js: let o = { t: 'a' }, c = 0; (() => o)()['t'] += 'b'; o.t]", "ab")]
    [InlineData("[js: 'a,b'.split(',').map(part => part.padStart(3, '.')).join('|')]", "..a|..b")]
    [InlineData(
        "[js: 'a-b-c'.replaceAll('-', ' $& ') + 'aXbX'.replace(/x/gi, m => m + m) + 'ab'.replace('b', '$`!')]",
        "a - b - caXXbXXaa!"
    )]
    [InlineData("[js: JSON.stringify({ a: [1, 'b', null], c: { d: true } })]", "{\"a\":[1,\"b\",null],\"c\":{\"d\":true}}")]
    [InlineData("[js: JSON.stringify({ a: 1, b: 2 }, (k, v) => k == 'a' ? undefined : v, 1)]", "{\n \"b\": 2\n}")]
    [InlineData("[js: (['a', ['b', null, 'c']])]", "", true)]
    [InlineData("[js: String(['a', ['b', null, 'c']])]", "a,b,,c")]
    [InlineData("[js: let t = ''; for (const k in { ...{ a: 1 }, ...{ b: t += 'x' } }) { t += k } t + Object.keys({ c: 1 })]", "xabc")]
    [InlineData("[js: new Date()]", "2026-03-01T12:00:00.250Z")]
    [InlineData("[js: new Date('2026-01-02T03:04:05Z').getFullYear()]", "2026")]
    [InlineData("[js: encodeURI('å b')]", "%C3%A5%20b")]
    [InlineData("[js: [variables('plain'), parameters('SiteName')].map(text => text.length).join('+')]", "6+5")]
    [InlineData("[js: typeof System + typeof importNamespace + typeof eval]", "undefinedundefinedundefined")]
    public void Any_javascript_is_evaluated(string text, string expected, bool isRefused = false)
    {
        if (isRefused)
        {
            Assert.Contains("gives a list", Assert.Throws<ScriptFaultException>(() => Evaluate(text)).Message);
            return;
        }

        Assert.Equal(expected, Evaluate(text));
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData("[js: executeQuery('x') + 'y']", "executeQuery() is not available")]
    [InlineData(
        "[js: getUrlPrefix('/w/' + encodeURI(createWorkflowToken(variables('plain'), 'b')))]",
        "createWorkflowToken() is not available"
    )]
    [InlineData("[js: const item = newContentItem('Page'); item.ContentItemId]", "newContentItem() is not available")]
    public void A_function_that_orchard_core_has_and_we_have_not_gives_an_empty_text_and_a_warning(string text, string expected)
    {
        Assert.Equal("", Evaluate(text));
        Assert.Contains(expected, Assert.Single(_warnings));
    }

    [Theory]
    [InlineData("[js: valiables('now')]", "there is no function 'valiables'")]
    [InlineData("[js: 'a' + nothing('b')]", "there is no function 'nothing'")]
    [InlineData("[js: if (false) { nowhere(1) }]", "there is no function 'nowhere'")]
    [InlineData("[js: new Nothing()]", "there is no function 'Nothing'")]
    [InlineData("[js: executeQuery(nowhere())]", "there is no function 'nowhere'")]
    [InlineData("[js: (list[0])]", "list is not defined")]
    [InlineData("[js: list[0]]", "it is no JavaScript: ")]
    [InlineData("[js: uuid(]", "it is no JavaScript: ")]
    [InlineData("[js: 'a]", "it is no JavaScript: ")]
    [InlineData("[js: `${'a'}]", "it is no JavaScript: ")]
    [InlineData("[js: uuid())]", "it is no JavaScript: ")]
    [InlineData("[js: /(/.test('a')]", "it is no JavaScript: ")]
    [InlineData("[js: throw new Error('as I say')]", "as I say")]
    [InlineData("[js: ({})]", "gives an object")]
    [InlineData("[js: x => x]", "gives a function")]
    [InlineData("[js: variables('gone')]", "the variable 'gone' is not defined")]
    [InlineData("[js: try { variables('gone') } catch { 'kept' }]", "the variable 'gone' is not defined")]
    [InlineData("[js: variables()]", "without its argument")]
    [InlineData("[js: variables('self')]", "needs itself: self -> self")]
    [InlineData("[js: variables('one')]", "needs itself: one -> two -> one")]
    [InlineData("[js: base64('%%%')]", "is not base64")]
    [InlineData("[js: gzip('YQ==')]", "is not gzip data")]
    [InlineData("[js: gzip(variables('bomb'))]", "unpacks to more than")]
    [InlineData("[js: variables('d24')]", "longer than")]
    [InlineData("[file: text('a')]", "is no way to name a file")]
    [InlineData("[file:text(\"a\")]", "is no way to name a file")]
    [InlineData("[file:read('a')]", "is no way to name a file")]
    public void What_the_author_must_mend_is_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ScriptFaultException>(() => Evaluate(text)).Message);

    [Theory]
    [InlineData("[env: HOME]", "env: HOME")]
    [InlineData("[localization: a]", "localization: a")]
    [InlineData("[Merk: dette]", "Merk: dette")]
    public void An_engine_that_nobody_has_gives_the_text_without_brackets_and_a_warning(string text, string expected)
    {
        Assert.Equal(expected, Evaluate(text));
        Assert.Single(_warnings);
    }

    [Fact]
    public void Files_beside_the_recipe_are_read_as_text_and_as_base64()
    {
        _bench.Write("Snippets/a.html", "<p>å</p>");

        Assert.Equal("<p>å</p>", Evaluate("[file:text('Snippets/a.html')]"));
        Assert.Equal("PHA+w6U8L3A+", Evaluate("[file:base64('Snippets/a.html')]"));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("Snippets/../../secret.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\\\secret.txt")]
    [InlineData("C:/secret.txt")]
    [InlineData("link/hostname")]
    [InlineData("gone.txt")]
    public void No_file_elsewhere_can_be_read(string path)
    {
        _bench.Write("inner/r.recipe.json", "{}");
        _bench.Write("secret.txt", "x");
        Directory.CreateSymbolicLink(Path.Combine(_bench.Folder, "inner", "link"), "/etc");

        Assert.Throws<RecipeFaultException>(() => Evaluate($"[file:text('{path}')]", "inner"));
    }

    public void Dispose() => _bench.Dispose();

    private string Evaluate(string text, string folder = "") => Scripts(folder).Evaluate(text, _warnings.Add);

    private RecipeScripts Scripts(string folder = "")
    {
        var doubling = string.Join(
            ", ",
            Enumerable.Range(1, 24).Select(n => $"\"d{n}\": \"[js: variables('d{n - 1}') + variables('d{n - 1}')]\"")
        );
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize))
        {
            gzip.Write(new byte[3_000_000]);
        }

        var variables = JsonDocument
            .Parse(
                $$"""
                { "plain": "simple", "nested": "[js: '<' + variables('plain') + '>']", "id": "[js: uuid()]",
                  "self": "[js: variables('self')]", "one": "[js: variables('two')]", "two": "[js: variables('one')]",
                  "bomb": "{{Convert.ToBase64String(packed.ToArray())}}", "d0": "0123456789", {{doubling}} }
                """
            )
            .RootElement;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(RecipeBench.Configuration).Build();
        var environment = new RecipeEnvironment(
            new Dictionary<string, string?> { ["SiteName"] = "Prøve" },
            configuration,
            "prøve",
            "/prove"
        );
        var files = RecipeSource.OfFile(Path.Combine(_bench.Folder, folder, "r.recipe.json")).Files;
        return new(variables, files, environment, new FixedClock(), 1_000_000, log: null);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);
    }
}
