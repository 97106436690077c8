namespace VoldCms.GraphQLTests.Hostile;

/// <summary>A request made to hurt.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="RefusedBy">The rule or limit that must be among the reasons it is refused for.</param>
/// <param name="Document">The document.</param>
/// <param name="Variables">The variables, as JSON.</param>
public sealed record HostileDocument(string Name, string RefusedBy, string Document, string Variables = "{}")
{
    /// <summary>Each against the schema <c>harbour</c>, within the limits as they are unless set.</summary>
    public static IReadOnlyList<HostileDocument> All { get; } =
    [
        new("a megabyte of blanks", "MaxDocumentBytes", new string(' ', 1 << 20) + "{ barge { id } }"),
        new("a megabyte of braces", "MaxDocumentBytes", Times(1 << 20, _ => "{")),
        new("many tokens", "MaxTokens", $"{{{Times(60_000, _ => " a")} }}"),
        new("many punctuators", "MaxTokens", $"{{ a(b: [{Times(30_000, _ => "$a ")}]) }}"),
        new("deep selections", "MaxNesting", Times(5_000, _ => "{self")),
        new("deep inline fragments", "MaxNesting", Times(5_000, _ => "{...")),
        new("deep lists", "MaxNesting", "{ values { anything(value: " + Times(9_000, _ => "[")),
        new("deep objects", "MaxNesting", "{ values { anything(value: " + Times(3_000, _ => "{a:")),
        new("deep list types", "MaxNesting", "query Q($a: " + Times(9_000, _ => "[")),
        new(
            "deep by fragments",
            "MaxDepth",
            $"{{ ...F0 }} {Times(100, i => $"fragment F{i} on Query {{ self {{ ...F{i + 1} }} }} ")} "
                + $"fragment F100 on Query {{ __typename }}"
        ),
        new("deep within the nesting", "MaxDepth", Times(100, _ => "{self") + "{__typename" + Times(101, _ => "}")),
        new("aliases", "MaxAliases", $"{{ {Times(1_000, i => $"a{i}: barge {{ id }} ")} }}"),
        new("aliases multiplied by fragments", "MaxAliases", DoubledByFragments(8)),
        new("fields doubled thirty times", "MaxFields", DoubledByFragments(30)),
        new(
            "fields doubled side by side",
            "MaxFields",
            $"{{ ...F0 }} {Times(60, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ")} fragment F60 on Query {{ __typename }}"
        ),
        new(
            "a long circle of fragments",
            "NoFragmentCycles",
            $"{{ ...F0 }} {Times(1_000, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 1_000} }} ")}"
        ),
        new(
            "fragments that all spread all",
            "NoFragmentCycles",
            $"{{ ...F0 }} {Times(60, i => $"fragment F{i} on Query {{ {Times(60, j => $"...F{j} ")}}} ")}"
        ),
        new("one field ten thousand times", "MaxComparisons", $"{{ barge {{{Times(9_900, _ => " id")} }} }}"),
        new("one object a thousand times", "MaxComparisons", $"{{{Times(1_500, _ => " self { __typename }")} }}"),
        new("one name, all conflicting", "MaxComparisons", $"{{ values {{{Times(500, i => $" int(value: {i})")} }} }}"),
        new(
            "fragments compared with each other",
            "MaxComparisons",
            $"{{{Times(600, i => $" ...F{i}")} }} {Times(600, i => $"fragment F{i} on Query {{ a{i}: __typename }} ")}"
        ),
        new(
            "twenty fields of one name, all conflicting",
            "MaxValidationErrors",
            $"{{ values {{{Times(20, i => $" int(value: {i})")} }} }}"
        ),
        new("nested selections, doubled at each level, all conflicting", "MaxComparisons", Doubled(9)),
        new(
            "large arguments compared",
            "MaxComparisons",
            $"{{ values {{{Times(60, _ => $" anything(value: [{Times(100, i => $"{i} ")}])")} }} }}"
        ),
        new(
            "many operations, one chain of fragments",
            "MaxComparisons",
            $"{Times(400, i => $"query Q{i} {{ ...F0 }} ")}{Times(400, i => $"fragment F{i} on Query {{ __typename ...F{i + 1} }} ")}"
                + $"fragment F400 on Query {{ __typename }}"
        ),
        new("many unknown fields", "MaxValidationErrors", $"{{{Times(5_000, i => $" feryr{i}")} }}"),
        new(
            "a variable twice a thousand times",
            "UniqueVariableNames",
            $"query Q({Times(1_500, _ => "$a: Int ")}) {{ values {{ int(value: $a) }} }}"
        ),
        new("many undefined variables", "MaxValidationErrors", $"{{ values {{ ints(value: [{Times(4_000, i => $"$a{i} ")}]) }} }}"),
        new("one directive a thousand times", "MaxValidationErrors", $"{{ barge {{ id{Times(2_000, _ => " @onField")} }} }}"),
        new(
            "one field of an object a thousand times",
            "MaxValidationErrors",
            $"{{ values {{ anything(value: {{{Times(2_000, _ => " a: 1")} }}) }} }}"
        ),
        new("one argument a thousand times", "UniqueArgumentNames", $"{{ values {{ int({Times(2_000, _ => " value: 1")}) }} }}"),
        new(
            "an integer of a hundred thousand digits",
            "ValuesOfCorrectType",
            $"{{ values {{ int(value: 1{new string('0', 100_000)}) }} }}"
        ),
        new("a float of a hundred thousand digits", "ValuesOfCorrectType", $"{{ values {{ float(value: 1{new string('0', 100_000)}) }} }}"),
        new("an exponent without end", "ValuesOfCorrectType", "{ values { float(value: 1e999999999) } }"),
        new("a string that does not end", "Syntax", "{ values { string(value: \"" + new string('x', 100_000)),
        new("a block string that does not end", "Syntax", "{ values { string(value: \"\"\"" + Times(50_000, _ => " \n")),
        new("an unknown name of a hundred thousand letters", "FieldsOnCorrectType", $"{{ {new string('a', 100_000)} }}"),
        new(
            "a long name in many errors",
            "NoUndefinedVariables",
            $"{Times(80, i => $"query Q{i} {{ ...F }} ")} fragment F on Query {{ values {{ int(value: ${new string('a', 90_000)}) }} }}"
        ),
        new(
            "introspection in a circle",
            "MaxIntrospectionDepth",
            "{ __schema { types { " + Times(5, _ => "fields { type { ") + "name" + Times(13, _ => " }")
        ),
        new(
            "introspection in a circle of fragments",
            "NoFragmentCycles",
            "{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...T } } interfaces { ...T } }"
        ),
        new(
            "introspection doubled by fragments",
            "MaxIntrospectionDepth",
            "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } possibleTypes { ...B } "
                + "} fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { name } }"
        ),
        new("a large page", "MaxCost", "{ moored(first: 1000000) { ... on Ferry { id name } } }"),
        new(
            "large pages in each other",
            "MaxCost",
            "{ harbour { ferries(first: 100) { captain { home { ferries(first: 100) "
                + "{ captain { home { ferries(first: 100) { id } } } } } } } } }"
        ),
        new(
            "a large page by a variable",
            "MaxCost",
            "query Q($n: Int!) { harbour { ferries(first: $n) { id name aliases } } }",
            "{\"n\": 2147483647}"
        ),
        new(
            "deep variables",
            "MaxInputDepth",
            "query Q($a: Anything) { values { anything(value: $a) } }",
            $"{{\"a\": {new string('[', 900)}{new string(']', 900)}}}"
        ),
        new(
            "deep input objects",
            "MaxInputDepth",
            "query Q($a: SailingFilter) { values { filter(value: $a) } }",
            $"{{\"a\": {Times(500, _ => "{\"not\":")}{{}}{new string('}', 500)}}}"
        ),
        new(
            "many values in a variable",
            "MaxInputValues",
            "query Q($a: [Int]) { values { ints(value: $a) } }",
            $"{{\"a\": [{string.Join(',', Enumerable.Repeat("1", 50_000))}]}}"
        ),
        new(
            "many values in a scalar of one's own",
            "MaxInputValues",
            "query Q($a: Anything) { values { anything(value: $a) } }",
            $"{{\"a\": [{string.Join(',', Enumerable.Repeat("1", 50_000))}]}}"
        ),
    ];

    /// <summary>Documents of the same size that do no harm, and are accepted: the limits do not hit by mistake.</summary>
    public static IReadOnlyList<HostileDocument> Harmless { get; } =
    [
        new("a hundred kilobytes of comments", "", $"{Times(60_000, _ => "#\n")}{{ barge {{ id }} }}"),
        new("a string of a hundred thousand letters", "", $"{{ values {{ string(value: \"{new string('x', 100_000)}\") }} }}"),
        new("a block string of fifty thousand lines", "", $"{{ values {{ string(value: \"\"\"{Times(50_000, _ => " \n")}\"\"\") }} }}"),
        new("an id of a hundred thousand digits", "", $"{{ values {{ id(value: 1{new string('0', 100_000)}) }} }}"),
        new("five hundred fields", "", $"{{ barge {{{Times(60, i => $" a{i}: id b: id id name aliases cargo id name")} }} }}"),
        new("thirty fields deep", "", Times(30, _ => "{self") + "{__typename" + Times(31, _ => "}")),
        new("a thousand repeated directives", "", $"{{ barge {{ id{Times(1_000, i => $" @tagged(name: \"{i}\")")} }} }}"),
        new(
            "a chain of a thousand fragments",
            "",
            $"{{ ...F0 }} {Times(1_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")} fragment F1000 on Query {{ __typename }}"
        ),
        new("nested selections, doubled at each level", "", Doubled(7, conflicting: false)),
    ];

    private static string Times(int count, Func<int, string> write) => string.Concat(Enumerable.Range(0, count).Select(write));

    private static string DoubledByFragments(int levels) =>
        $"{{ ...F0 }} {Times(levels, i => $"fragment F{i} on Query {{ a: self {{ ...F{i + 1} }} b: self {{ ...F{i + 1} }} }} ")} "
        + $"fragment F{levels} on Query {{ __typename }}";

    private static string Doubled(int levels, bool conflicting = true)
    {
        var next = 0;
        return Level(levels);

        string Level(int left) =>
            left == 0
                ? conflicting
                    ? $"{{ values {{ int(value: {next++}) }} }}"
                    : "{ __typename }"
                : $"{{ self {Level(left - 1)} self {Level(left - 1)} }}";
    }
}
