using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.UnitTests.Recipes.Expressions;

/// <summary>Each guard of scripts with the attack that it stops. None may take the memory or the time that it asks for.</summary>
public sealed class ScriptGuardTests : IDisposable
{
    // One call may make a text of the greatest length and a few copies of it.
    private const long MostAllocated = 150_000_000;

    private static readonly ScriptLimits s_limits = new()
    {
        Statements = 20_000,
        Memory = 32_000_000,
        Time = TimeSpan.FromSeconds(10),
        RegexTime = TimeSpan.FromMilliseconds(200),
        TextLength = 1_000_000,
    };

    private readonly RecipeBench _bench = new();

    [Theory]
    [InlineData("statements", "while (true) {}", "more than 20000 steps")]
    [InlineData("calls alone", "const m = new Map([[1, 1]]); m.forEach((v, k) => (m.delete(k), m.set(k, v)))", "more than 20000 steps")]
    [InlineData(
        "an iterator without end",
        "new Set({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) })",
        "more than 20000 steps"
    )]
    [InlineData("a guarded function in a loop", "while (true) 'a'.trim()", "more than 20000 steps")]
    [InlineData("memory", "const kept = []; for (let i = 0; i < 9999; i++) kept.push('x'.repeat(9000).toUpperCase() + i)", "more memory")]
    [InlineData("recursion", "(function f() { return f() })()", "go deeper than")]
    [InlineData("recursion by a getter", "const o = { get a() { return this.a } }; o.a", "go deeper than")]
    [InlineData("recursion by coercion", "const o = { toString() { return '' + this } }; '' + o", "Maximum call stack")]
    [InlineData("a regular expression", "/^(a+)+$/.test('a'.repeat(40) + 'b')", "a regular expression takes longer")]
    [InlineData("a list", "new Array(5e8)", "a list longer than")]
    [InlineData(
        "spread",
        "let a = [1, 2, 3, 4]; a = [...a, ...a], a = [...a, ...a], a = [...a, ...a]; for (;;) a = [...a, ...a]",
        "a list longer than"
    )]
    [InlineData("a list that lies", "Array.prototype.indexOf.call({ length: 9e15 }, 1)", "is no list")]
    [InlineData("a sparse list", "const a = []; a.length = 4e9; a.indexOf(1)", "is no list")]
    [InlineData("apply", "Math.max.apply(null, { length: 4e8 })", "a list longer than")]
    [InlineData("text to code", "(() => 1).constructor('return 7')()", "String compilation")]
    [InlineData("eval", "eval('1')", "there is no function 'eval'")]
    [InlineData("the runtime", "System.IO.File.ReadAllText('/etc/hostname')", "System is not defined")]
    [InlineData("types of the runtime", "uuid().GetType().Assembly", "is not a function")]
    [InlineData("buffers", "new Uint8Array(4e8)", "there is no function 'Uint8Array'")]
    [InlineData("buffers, hidden", "const f = globalThis['Array' + 'Buffer']; new f(8e8)", "is not a constructor")]
    [InlineData("big integers", "let a = 9n ** 9999n; a = a * a, a = a * a; for (;;) a = a * a", "big integers")]
    [InlineData("waiting", "(async () => { for (;;) await 1 })()", "waits for something")]
    [InlineData("import", "import('fs')", "waits for something")]
    [InlineData("repeat", "'a'.repeat(5e8)", "a text longer than")]
    [InlineData("repeat, called from afar", "''.__proto__.repeat.call('a', 5e8)", "a text longer than")]
    [InlineData("padStart", "'a'.padStart(5e8)", "a text longer than")]
    [InlineData("padEnd", "'a'.padEnd({ valueOf: () => 5e8 })", "a text longer than")]
    [InlineData("join", "new Array(9999).join('x'.repeat(9999))", "a text longer than")]
    [InlineData("join of lists", "const a = new Array(9000).fill('x'.repeat(100)); [a, a, a, a].toString()", "a text longer than")]
    [InlineData("join of itself", "const a = []; a.push(a); a.join()", "joins lists within lists")]
    [InlineData("fill", "const a = new Array(60000); a.fill('0123456789abcdefghij').join('')", "a text longer than")]
    [InlineData("concat", "const a = 'x'.repeat(600000); a.concat(a)", "a text longer than")]
    [InlineData("replaceAll", "'a'.repeat(20000).replaceAll('a', 'b'.repeat(10000))", "a text longer than")]
    [InlineData("replaceAll by reference", "'a'.repeat(20000).replaceAll('a', '$`$`')", "a text longer than")]
    [InlineData("replace", "'a'.repeat(5000).replace(/a/g, 'b'.repeat(10000))", "a text longer than")]
    [InlineData("replace by a function", "'a'.repeat(20000).replaceAll('a', () => 'b'.repeat(10000))", "a text longer than")]
    [InlineData("replace by its symbol", "/a/g[Symbol.replace]('a'.repeat(5000), 'b'.repeat(10000))", "a text longer than")]
    [InlineData(
        "templates",
        "let a = 'x'.repeat(90000); a = `${a}${a}${a}`, a = `${a}${a}${a}`, a = `${a}${a}${a}`; a.length",
        "a text longer than"
    )]
    [InlineData("a tagged template", "String.raw`a${'b'}`", "tagged template")]
    [InlineData("String.raw", "String.raw({ raw: new Array(9000).fill('x'.repeat(9000)) })", "is not a function")]
    [InlineData("+=", "const o = { a: 'x'.repeat(600000) }; o.a += o.a; o.a.length", "a text longer than")]
    [InlineData(
        "indentation",
        "let o = new Array(9000).fill('x'); for (let i = 0; i < 50; i++) o = { o }; JSON.stringify(o, null, 10)",
        "a text longer than"
    )]
    [InlineData("deep JSON", "let o = {}; for (let i = 0; i < 9000; i++) o = { o }; JSON.stringify(o)", "more than 64 deep")]
    [InlineData(
        "one object many times",
        "let o = 'x'; for (let i = 0; i < 30; i++) o = { a: o, b: o }; JSON.stringify(o)",
        "a text longer than"
    )]
    [InlineData(
        "toLocaleString of a list",
        "const a = new Array(9000).fill('x'.repeat(9000)); a.toLocaleString().length > 0; a.join()",
        "a text longer than"
    )]
    [InlineData("letters that become many", "'\\uFDFA'.repeat(300000).normalize('NFKD')", "a text longer than")]
    [InlineData("escapes", "encodeURIComponent('å'.repeat(300000))", "a text longer than")]
    [InlineData("members of a text", "({ ...'x'.repeat(900000) })", "characters apart")]
    [InlineData("members of a boxed text", "Object.entries(new String('x'.repeat(900000)))", "characters apart")]
    [InlineData("members of a text, assigned", "Object.assign({}, 'x'.repeat(900000))", "characters apart")]
    [InlineData("members of a text, one by one", "for (const k in 'x'.repeat(900000)) { break }", "characters apart")]
    [InlineData("members of a text, the rest", "const { a, ...b } = 'x'.repeat(900000)", "the rest of an object")]
    [InlineData("a name of ours", "$checked = x => x; let a = 'a'; a += a", "is no name that a script may use")]
    public void A_script_that_asks_for_too_much_is_stopped(string what, string code, string expected)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<ScriptFaultException>(() => Evaluate(code));

        Assert.Contains(expected, fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, what);
    }

    [Theory]
    [InlineData('+')]
    [InlineData('.')]
    [InlineData('(')]
    [InlineData('!')]
    [InlineData('?')]
    [InlineData('{')]
    [InlineData('`')]
    public void A_script_as_deep_as_it_is_long_is_refused(char form)
    {
        const int Depth = 20_000;
        var code = form switch
        {
            '+' => "'a'" + Repeat("+'a'"),
            '.' => "({})" + Repeat(".a"),
            '(' => Repeat("(") + "1" + Repeat(")"),
            '!' => Repeat("!") + "1",
            '?' => Repeat("1?") + "1" + Repeat(":1"),
            '`' => Repeat("`${") + "1" + Repeat("}`"),
            _ => Repeat("{") + Repeat("}"),
        };

        Assert.Matches("nest|deep|more than 20000 parts", Assert.Throws<ScriptFaultException>(() => Evaluate(code)).Message);

        string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Depth));
    }

    [Fact]
    public void Time_ends_a_script_and_all_scripts_of_a_recipe_together()
    {
        var begun = Stopwatch.GetTimestamp();
        var slow = s_limits with
        {
            Statements = int.MaxValue - 1,
            Time = TimeSpan.FromMilliseconds(300),
            TotalTime = TimeSpan.FromMilliseconds(1),
        };
        var scripts = Scripts(slow);

        Assert.Contains(
            "longer than 0.3 seconds",
            Assert.Throws<ScriptFaultException>(() => scripts.Evaluate("[js: for (;;);]", Ignore)).Message
        );
        Assert.Contains("together", Assert.Throws<ScriptFaultException>(() => scripts.Evaluate("[js: 1]", Ignore)).Message);
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void What_one_script_leaves_behind_is_not_there_for_the_next()
    {
        var scripts = Scripts(s_limits);

        Assert.Equal("1", scripts.Evaluate("[js: const a = 1; String.prototype.trim = () => 'mine'; uuid = () => 'mine'; a]", Ignore));
        Assert.Equal("x1", scripts.Evaluate("[js: const a = ' x '.trim(); a + uuid().length.toString()[1].length]", Ignore));
    }

    public void Dispose() => _bench.Dispose();

    private static void Ignore(string warning)
    {
        // Attacks are refused; nothing warns.
    }

    private string Evaluate(string code) => Scripts(s_limits).Evaluate($"[js: {code};]", Ignore);

    private RecipeScripts Scripts(ScriptLimits limits) =>
        new(
            JsonDocument.Parse("{}").RootElement,
            RecipeSource.OfFile(Path.Combine(_bench.Folder, "r.recipe.json")).Files,
            new RecipeEnvironment(new Dictionary<string, string?>(), new ConfigurationBuilder().Build(), "prøve", "/prove"),
            TimeProvider.System,
            64_000_000,
            log: null,
            limits: limits
        );
}
