using System.Collections.Frozen;
using System.Text;
using Acornima;
using Acornima.Ast;
using Jint;

namespace VoldCms.Recipes.Expressions;

/// <summary>
/// A script that has been parsed and looked over: it calls only what there is, and the operators that could make a long text of short
/// ones go through guards. Immutable; one program may run in many engines.
/// </summary>
/// <param name="Program">What runs; meaningless when a function is missing.</param>
/// <param name="MissingFunction">The first function called that Orchard Core has and we have not; null when there is none.</param>
internal sealed record ScriptProgram(Prepared<Acornima.Ast.Script> Program, string? MissingFunction)
{
    // Far more than anybody writes by hand into a recipe; long texts are one node each.
    private const int MaximumNodes = 20_000;

    private static readonly ParserOptions s_parsing = new() { AllowReturnOutsideFunction = true };

    // What the language itself offers to scripts here; everything else is taken out of the engine.
    private static readonly FrozenSet<string> s_standard = FrozenSet.ToFrozenSet([
        "Object",
        "Function",
        "Array",
        "String",
        "Number",
        "Boolean",
        "Symbol",
        "Date",
        "RegExp",
        "Map",
        "Set",
        "Math",
        "JSON",
        "Intl",
        "Error",
        "TypeError",
        "RangeError",
        "SyntaxError",
        "ReferenceError",
        "URIError",
        "EvalError",
        "parseInt",
        "parseFloat",
        "isNaN",
        "isFinite",
        "encodeURI",
        "encodeURIComponent",
        "decodeURI",
        "decodeURIComponent",
        "escape",
        "unescape",
        "undefined",
        "NaN",
        "Infinity",
        "globalThis",
    ]);

    /// <summary>The language itself has a value of that name, and scripts may use it.</summary>
    public static bool IsStandard(string name) => s_standard.Contains(name);

    /// <exception cref="ScriptFaultException">It is no JavaScript, calls what nobody has, or uses what no script may.</exception>
    public static ScriptProgram Read(string code, ScriptLimits limits)
    {
        try
        {
            var tree = new Parser(s_parsing).ParseScript(code);
            var survey = Survey.Of(tree);
            return survey.Missing is { } missing
                ? new(default, missing)
                : new(
                    Engine.PrepareScript(
                        survey.Guard(code),
                        options: new ScriptPreparationOptions
                        {
                            ParsingOptions = new ScriptParsingOptions
                            {
                                AllowReturnOutsideFunction = true,
                                RegexTimeout = limits.RegexTime,
                            },
                        }
                    ),
                    null
                );
        }
        catch (ParseErrorException error)
        {
            throw new ScriptFaultException($"it is no JavaScript: {error.Description}, line {error.LineNumber}, column {error.Column + 1}");
        }
        catch (ScriptPreparationException error)
        {
            throw new ScriptFaultException($"it is no JavaScript: {error.Message}");
        }
        catch (InsufficientExecutionStackException)
        {
            throw new ScriptFaultException("it is nested too deep");
        }
    }

    /// <summary>One walk over a syntax tree, without recursion: a hostile script is as deep as it is long.</summary>
    private sealed class Survey
    {
        private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
        private readonly List<string> _called = [];
        private readonly List<(int Start, int End, string Text)> _edits = [];

        public string? Missing { get; private set; }

        public static Survey Of(Node tree)
        {
            var survey = new Survey();
            var left = new Stack<Node>([tree]);
            for (var count = 1; left.TryPop(out var node); count++)
            {
                if (count > MaximumNodes)
                {
                    throw new ScriptFaultException($"it has more than {MaximumNodes} parts");
                }

                survey.LookAt(node);
                foreach (var child in node.ChildNodes)
                {
                    left.Push(child);
                }
            }

            survey.Judge();
            return survey;
        }

        /// <summary>The script with its guards written into it.</summary>
        public string Guard(string code)
        {
            var guarded = new StringBuilder(code.Length + (_edits.Count * 16));
            var end = 0;
            foreach (var edit in _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
            {
                guarded.Append(code, end, edit.Start - end).Append(edit.Text);
                end = edit.End;
            }

            return guarded.Append(code, end, code.Length - end).ToString();
        }

        private void LookAt(Node node)
        {
            switch (node)
            {
                case BigIntLiteral:
                    throw new ScriptFaultException("it uses big integers, which no script may here");
                case ImportExpression or AwaitExpression or IFunction { Async: true }:
                    throw new ScriptFaultException("it waits for something, and nothing waits for it");
                case Identifier { Name: GuardedBuiltins.CheckedName or GuardedBuiltins.MembersName } ours:
                    throw new ScriptFaultException($"'{ours.Name}' is no name that a script may use");
                case CallExpression { Callee: Identifier called }:
                    _called.Add(called.Name);
                    break;
                case NewExpression { Callee: Identifier called }:
                    _called.Add(called.Name);
                    break;
                case TaggedTemplateExpression:
                    throw new ScriptFaultException("it uses a tagged template, which no script may here");
                case TemplateLiteral template:
                    GuardTemplate(template);
                    break;
                case AssignmentExpression { Operator: Operator.AdditionAssignment } sum:
                    Wrap(sum, GuardedBuiltins.CheckedName);
                    break;
                case ObjectExpression members:
                    foreach (var spread in members.Properties.OfType<SpreadElement>())
                    {
                        Wrap(spread.Argument, GuardedBuiltins.MembersName);
                    }

                    break;
                case ObjectPattern pattern when pattern.Properties.Any(member => member is RestElement):
                    throw new ScriptFaultException("it takes the rest of an object, which no script may here");
                case ForInStatement loop:
                    Wrap(loop.Right, GuardedBuiltins.MembersName);
                    break;
                default:
                    break;
            }

            Declare(node);
        }

        private void Wrap(Node expression, string guard)
        {
            _edits.Add((expression.Start, expression.Start, $"{guard}(("));
            _edits.Add((expression.End, expression.End, "))"));
        }

        private void Declare(Node node)
        {
            switch (node)
            {
                case VariableDeclarator variable:
                    DeclareAll(variable.Id);
                    break;
                case IFunction function:
                    DeclareAll(function.Id);
                    foreach (var parameter in function.Params)
                    {
                        DeclareAll(parameter);
                    }

                    break;
                case IClass type:
                    DeclareAll(type.Id);
                    break;
                case CatchClause caught:
                    DeclareAll(caught.Param);
                    break;
                case AssignmentExpression { Left: Identifier assigned }:
                    _declared.Add(assigned.Name);
                    break;
                default:
                    break;
            }
        }

        private void DeclareAll(Node? pattern)
        {
            var left = new Stack<Node>();
            for (var at = pattern; at is not null; left.TryPop(out at))
            {
                if (at is Identifier name)
                {
                    _declared.Add(name.Name);
                }

                foreach (var child in at.ChildNodes)
                {
                    left.Push(child);
                }
            }
        }

        // `a${b}c` becomes "".concat("a",(b),"c"), which is what it means; concat is guarded.
        private void GuardTemplate(TemplateLiteral template)
        {
            for (var index = 0; index < template.Quasis.Count; index++)
            {
                var (text, isFirst, isLast) = (template.Quasis[index], index == 0, index == template.Quasis.Count - 1);
                var literal = ScriptText.Literal(text.Value.Cooked ?? "");
                _edits.Add(
                    (
                        isFirst ? template.Start : text.Start - 1,
                        isLast ? template.End : text.End + 2,
                        $"{(isFirst ? "\"\".concat(" : "),")}{literal}{(isLast ? ")" : ",(")}"
                    )
                );
            }
        }

        private void Judge()
        {
            if (_called.Find(name => !_declared.Contains(name) && !IsStandard(name) && !ScriptFunctions.IsKnown(name)) is { } unknown)
            {
                throw new ScriptFaultException($"there is no function '{unknown}'");
            }

            Missing = _called.Find(name => !_declared.Contains(name) && !IsStandard(name) && !ScriptFunctions.IsHere(name));
        }
    }
}
