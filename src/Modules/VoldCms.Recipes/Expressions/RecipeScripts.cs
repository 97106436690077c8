using System.Text;
using System.Text.Json;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// Evaluates the expressions of one recipe in one run. Variables are evaluated at first use and keep their value; a nested
/// recipe has an evaluator of its own.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class RecipeScripts(
    JsonElement? variables,
    IRecipeFiles files,
    RecipeEnvironment environment,
    TimeProvider clock,
    int maximumLength,
    Action<string, string>? log,
    bool isDataOnly = false,
    ScriptLimits? limits = null
)
{
    // An expression may give an expression, and so on; nobody nests deeper than this on purpose.
    private const int MaximumRounds = 32;

    private readonly ScriptEngine _engine = new(new(environment, maximumLength, log), clock, limits ?? new());
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _evaluating = [];

    /// <summary>The text that stands for <paramref name="text"/>; the very same instance when it is no expression.</summary>
    /// <param name="text">A text value of the recipe.</param>
    /// <param name="warn">Told of what could not be evaluated and became empty.</param>
    /// <exception cref="ScriptFaultException">The recipe's author has to mend the expression.</exception>
    /// <exception cref="RecipeFaultException">A file cannot be read.</exception>
    public string Evaluate(string text, Action<string> warn)
    {
        for (var round = 0; RecipeExpression.TryRead(text, out var expression); round++)
        {
            if (VerbatimText.TryRead(text, out var verbatim))
            {
                return verbatim;
            }

            if (isDataOnly)
            {
                warn($"nothing is evaluated here; the text is taken as it stands, '[{expression.Value.Engine}:' and all");
                return text;
            }

            if (round == MaximumRounds)
            {
                throw new ScriptFaultException($"the expression gives an expression again and again, more than {MaximumRounds} times");
            }

            text = expression.Value.Engine switch
            {
                "js" => EvaluateScript(expression.Value.Code, warn),
                "file" => ReadFile(expression.Value.Code, warn),
                var engine => KeepText(engine, expression.Value.Code, warn),
            };
            if (text.Length > maximumLength)
            {
                throw new ScriptFaultException($"the expression gives a text longer than {maximumLength} characters");
            }
        }

        return text;
    }

    private static string KeepText(string engine, string code, Action<string> warn)
    {
        warn(
            engine is "env" or "appsettings" or "localization"
                ? $"no engine evaluates '[{engine}: ...]', here or on Orchard Core; the text is taken without its brackets"
                : $"'[{engine}: ...]' looks like an expression but '{engine}' is no engine; "
                    + $"the text is taken without its brackets, as Orchard Core does"
        );
        return $"{engine}:{code}";
    }

    private string EvaluateScript(string code, Action<string> warn)
    {
        var program = _engine.Read(code);
        if (program.MissingFunction is not { } missing)
        {
            return _engine.Run(program, name => FindVariable(name, warn));
        }

        warn($"{missing}() is not available here; the value is left empty");
        return "";
    }

    private string FindVariable(string name, Action<string> warn)
    {
        if (_values.TryGetValue(name, out var known))
        {
            return known;
        }

        if (variables?.TryGetProperty(name, out var given) is not true)
        {
            throw new ScriptFaultException($"the variable '{name}' is not defined");
        }

        if (_evaluating.Contains(name))
        {
            throw new ScriptFaultException($"the variable '{name}' needs itself: {string.Join(" -> ", _evaluating)} -> {name}");
        }

        if (_evaluating.Count == MaximumRounds)
        {
            throw new ScriptFaultException($"variables need each other more than {MaximumRounds} deep");
        }

        _evaluating.Add(name);
        var value = given.ValueKind switch
        {
            JsonValueKind.String => Evaluate(given.GetString() ?? "", message => warn($"in the variable '{name}', {message}")),
            JsonValueKind.Null => "",
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            _ => given.GetRawText(),
        };
        _evaluating.Remove(name);
        return _values[name] = value;
    }

    private string ReadFile(string code, Action<string> warn)
    {
        if (_evaluating.Count > 0)
        {
            warn("a file is read in a variable, which Orchard Core cannot do");
        }

        return Argument("text") is { } text ? ReadText(text)
            : Argument("base64") is { } binary ? Convert.ToBase64String(ReadBytes(binary))
            : throw new ScriptFaultException(
                $"'file:{code}' is no way to name a file; expected [file:text('path')] or [file:base64('path')]"
            );

        string? Argument(string form) =>
            code.StartsWith($"{form}('", StringComparison.Ordinal)
            && code.EndsWith("')", StringComparison.Ordinal)
            && code.Length >= form.Length + 4
                ? code[(form.Length + 2)..^2]
                : null;
    }

    private string ReadText(string path)
    {
        var bytes = ReadBytes(path);
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes)
            : throw new ScriptFaultException($"the file '{path}' is not UTF-8");
    }

    private byte[] ReadBytes(string path)
    {
        using var stream = files.Open(path);
        if (stream.Length > maximumLength)
        {
            throw new ScriptFaultException($"the file '{path}' is {stream.Length} bytes; expected at most {maximumLength}");
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
