using System.Text;

namespace VoldCms.GraphQLTests.Language;

/// <summary>Writes documents by the grammar, at random but the same for the same seed: executable and type-system definitions.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] s_names =
    [
        "a",
        "b",
        "on",
        "type",
        "query",
        "fragment",
        "input",
        "true1",
        "_x",
        "veryLongNameThatMakesLinesLong",
    ];

    private static readonly string[] s_strings =
    [
        "\"\"",
        "\"text\"",
        "\"\\n\\u00e5\\u{1F600}\\\"\"",
        "\"\"\"block\"\"\"",
        "\"\"\"\n    one\n      two\n  \"\"\"",
        "\"\"\"\\\"\"\" \\ \"\"\"",
        "\"\"\" lead\n\n trail \"\"\"",
        "\"\u0001\u007f\"",
        "\"\"\"\ttab\"\"\"",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Next()
    {
        _text.Clear();
        Repeat(1, 4, Definition);
        return _text.ToString();
    }

    private void Definition()
    {
        Pick(
            () => Write(_text.Length == 0 ? "" : "query ", () => SelectionSet(3)),
            () =>
                Write(
                    Description(),
                    Any("query ", "mutation ", "subscription "),
                    Maybe("Name"),
                    Variables,
                    Directives,
                    () => SelectionSet(3)
                ),
            () => Write(Description(), "fragment ", Any("F", "type"), " on ", Name(), Directives, () => SelectionSet(3)),
            () => Write(Description(), "scalar ", Name(), Directives),
            () => Write(Description(), Any("type ", "interface "), Name(), Maybe(" implements & A & B"), Directives, FieldDefinitions),
            () => Write(Description(), "union ", Name(), Directives, Maybe(" = | A | B")),
            () =>
                Write(
                    Description(),
                    "enum ",
                    Name(),
                    Directives,
                    " {",
                    () => Repeat(1, 3, () => Write(Description(), "V", Name(), Directives, " ")),
                    "}"
                ),
            () => Write(Description(), "input ", Name(), Directives, " {", () => Repeat(1, 3, InputValue), "}"),
            () => Write(Description(), "schema ", Directives, "{ query: Q mutation: M }"),
            () =>
                Write(Description(), "directive @", Name(), Arguments, Maybe(" repeatable"), " on ", Any("FIELD", "| QUERY | ENUM_VALUE")),
            () =>
                Write(
                    "extend ",
                    Any("type T @d", "schema @d", "scalar S @d", "union U = A", "enum E { A }", "input I { a: A }", "interface I { a: A }")
                )
        );
        _text.Append('\n');
    }

    private void SelectionSet(int depth) => Write(" {", () => Repeat(1, 3, () => Selection(depth)), "} ");

    private void Selection(int depth) =>
        Pick(
            () =>
                Write(
                    Maybe("alias: "),
                    Name(),
                    " ",
                    () => ArgumentList(),
                    Directives,
                    depth > 0 ? () => Maybe(() => SelectionSet(depth - 1)) : () => { },
                    " "
                ),
            () => Write("...", Any("F", "typeX"), Directives, " "),
            () => Write("... ", Maybe("on T "), Directives, depth > 0 ? () => SelectionSet(depth - 1) : () => Write("{ z }"), " ")
        );

    private void ArgumentList() =>
        Maybe(() => Write("(", () => Repeat(1, 4, () => Write(Name(), ": ", () => Value(2, false), Any(" ", ", "))), ")"));

    private Action Directives => () => Repeat(0, 2, () => Write(" @", Name(), Any("", "(x: 1)", "(x: [\"a\", {b: null}])")));

    private Action Variables =>
        () =>
            Maybe(() =>
                Write(
                    "(",
                    () =>
                        Repeat(
                            1,
                            3,
                            () => Write(Description(), "$", Name(), ": ", Type, () => Maybe(() => Write(" = ", () => Value(2, true))), " ")
                        ),
                    ")"
                )
            );

    private Action FieldDefinitions =>
        () => Write(" {", () => Repeat(1, 3, () => Write(Description(), Name(), Arguments, ": ", Type, Directives, " ")), "}");

    private Action Arguments => () => Maybe(() => Write("(", () => Repeat(1, 3, InputValue), ")"));

    private Action InputValue =>
        () => Write(Description(), Name(), ": ", Type, () => Maybe(() => Write(" = ", () => Value(2, true))), Directives, " ");

    private Action Type => () => Write(Any("Int", "[Int]", "[[A!]!]", "T"), Maybe("!"));

    private void Value(int depth, bool isConst) =>
        Pick(
            () => Write(Any("0", "-12", "1.5", "-0.0e+10", "9999999999999999999999")),
            () => Write(Any(s_strings)),
            () => Write(Any("true", "false", "null", "ENUM")),
            () => Write(isConst ? "1" : "$v"),
            () => Write("[", () => Repeat(0, depth, () => Write(() => Value(depth - 1, isConst), " ")), "]"),
            () => Write("{", () => Repeat(0, depth, () => Write(Name(), ": ", () => Value(depth - 1, isConst), " ")), "}")
        );

    private string Name() => Any(s_names);

    private string Description() => _random.Next(4) == 0 ? Any(s_strings) + " " : "";

    private string Maybe(string text) => _random.Next(2) == 0 ? text : "";

    private void Maybe(Action part) => Pick(part, () => { });

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];

    private void Pick(params Action[] choices) => choices[_random.Next(choices.Length)]();

    private void Repeat(int min, int max, Action part)
    {
        for (var count = _random.Next(min, max + 1); count > 0; count--)
        {
            part();
        }
    }

    private void Write(params object[] parts)
    {
        foreach (var part in parts)
        {
            if (part is Action action)
            {
                action();
            }
            else
            {
                _text.Append((string)part);
            }
        }
    }
}
