using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// Runs the scripts of one recipe, each in an engine of its own that knows nothing of .NET, under <see cref="ScriptLimits"/>.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ScriptEngine(ScriptFunctions functions, TimeProvider clock, ScriptLimits limits)
{
    // Recipes repeat few scripts, [js: uuid()] above all.
    private const int MaximumKept = 200;
    private const int MaximumKeptLength = 2_000;

    private static readonly Lazy<string[]> s_notOffered = new(() =>
        [
            .. new Engine()
                .Global.GetOwnPropertyKeys(Types.String)
                .Select(key => key.ToString())
                .Where(name => !ScriptProgram.IsStandard(name)),
        ]
    );

    private readonly Dictionary<string, ScriptProgram> _programs = new(StringComparer.Ordinal);
    private TimeSpan _spent;

    /// <summary>What a script's code calls for, looked over.</summary>
    /// <exception cref="ScriptFaultException">The script's author has to mend it.</exception>
    public ScriptProgram Read(string code)
    {
        if (!_programs.TryGetValue(code, out var program))
        {
            program = ScriptProgram.Read(code, limits);
            if (code.Length <= MaximumKeptLength && _programs.Count < MaximumKept)
            {
                _programs.Add(code, program);
            }
        }

        return program;
    }

    /// <summary>What a script gives, as a text written alike in every culture.</summary>
    /// <param name="program">The script.</param>
    /// <param name="findVariable">What <c>variables('name')</c> gives.</param>
    /// <exception cref="ScriptFaultException">It throws, goes over a limit, or gives something that is no text.</exception>
    public string Run(ScriptProgram program, Func<string, string> findVariable)
    {
        if (_spent > limits.TotalTime)
        {
            throw new ScriptFaultException($"the scripts of this recipe take more than {limits.TotalTime.TotalSeconds} seconds together");
        }

        var begun = Stopwatch.GetTimestamp();
        try
        {
            return Written(Create(findVariable).Evaluate(program.Program));
        }
        catch (JavaScriptException error)
        {
            throw new ScriptFaultException(error.Message);
        }
        catch (Exception stopped) when (Describe(stopped) is not null)
        {
            throw new ScriptFaultException(Describe(stopped)!);
        }
        finally
        {
            _spent += Stopwatch.GetElapsedTime(begun);
        }
    }

    private string? Describe(Exception stopped) =>
        stopped switch
        {
            StatementsCountOverflowException => $"it takes more than {limits.Statements} steps",
            MemoryLimitExceededException =>
                $"it takes more memory than {limits.Memory / 1024 / 1024} MB, or a list longer than {limits.ListLength}",
            RecursionDepthOverflowException => $"its calls go deeper than {limits.Recursion}",
            RegexMatchTimeoutException => $"a regular expression takes longer than {limits.RegexTime.TotalSeconds} seconds",
            TimeoutException => $"it takes longer than {limits.Time.TotalSeconds} seconds",
            InsufficientExecutionStackException => "it is nested too deep",
            JintException => "it does what no script may here",
            _ => null,
        };

    private Engine Create(Func<string, string> findVariable)
    {
        var engine = new Engine(options =>
        {
            options
                .MaxStatements(limits.Statements)
                .LimitMemory(limits.Memory)
                .TimeoutInterval(limits.Time)
                .LimitRecursion(limits.Recursion)
                .RegexTimeoutInterval(limits.RegexTime)
                .MaxArraySize((uint)limits.ListLength)
                .DisableStringCompilation()
                .Culture(CultureInfo.InvariantCulture)
                .LocalTimeZone(TimeZoneInfo.Utc);
            options.Constraints.StackOverflowGuard = true;
            options.TimeSystem = new Clock(clock);
        });
        foreach (var name in s_notOffered.Value)
        {
            engine.Global.Delete(name);
        }

        new GuardedBuiltins(engine, limits).Install();
        functions.Install(engine, findVariable);
        return engine;
    }

    private static string Written(JsValue value) =>
        value switch
        {
            _ when value.IsNull() || value.IsUndefined() => "",
            _ when value.IsString() => value.AsString(),
            _ when value.IsBoolean() => value.AsBoolean() ? "True" : "False",
            _ when value.IsNumber() => value.AsNumber().ToString(CultureInfo.InvariantCulture),
            JsDate date => TypeConverter.ToString(date.Get("toISOString").Call(date, Array.Empty<JsValue>())),
            _ => throw new ScriptFaultException(
                $"it gives {(value.IsArray() ? "a list" : value.IsCallable() ? "a function" : "an object")}; "
                    + $"expected a text, a number, true, false or nothing"
            ),
        };

    private sealed class Clock(TimeProvider clock) : ITimeSystem
    {
        private readonly ITimeSystem _standard = new Options().TimeSystem;

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

        public bool TryParse(string date, out long epochMilliseconds) => _standard.TryParse(date, out epochMilliseconds);
    }
}
