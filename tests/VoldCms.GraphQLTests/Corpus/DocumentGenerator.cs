using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests.Corpus;

/// <summary>
/// Writes documents by the grammar for a schema: fields, arguments, fragments, directives and variables of the right types, and now and
/// then, when asked, a mistake. The same seed writes the same documents.
/// </summary>
/// <param name="schema">What to select from.</param>
/// <param name="random">Decides everything.</param>
/// <param name="mistakes">One choice in this many goes wrong; 0 for none.</param>
public sealed partial class DocumentGenerator(GraphQLSchema schema, Random random, int mistakes)
{
    private const int MaxDepth = 4;
    private const int MostFields = 40;
    private readonly List<(string Name, CompositeType Type, string Text)> _fragments = [];
    private readonly Dictionary<string, string> _variables = [];
    private readonly CompositeType[] _composites =
    [
        .. schema.Types.OfType<CompositeType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)),
    ];
    private int _fields;

    public string Write()
    {
        _fragments.Clear();
        _variables.Clear();
        _fields = 0;
        for (var i = random.Next(4); i > 0; i--)
        {
            WriteFragment($"F{i}");
        }

        var kinds = new[] { OperationType.Query, OperationType.Query, OperationType.Mutation, OperationType.Subscription }
            .Where(operation => schema.FindRootType(operation) is not null || Mistake())
            .ToArray();
        var operations = Enumerable
            .Range(0, Chance(8) ? 2 : 1)
            .Select(_ => Pick(kinds))
            .Select(kind => (Kind: kind, Body: WriteOperation(kind)))
            .ToArray();
        var written = operations.Select(
            (operation, index) =>
                WriteHead(
                    operation.Kind,
                    operations.Length > 1 ? $"Q{index}"
                        : Chance(2) ? "Q"
                        : null,
                    WithFragments(operation.Body)
                ) + operation.Body
        );
        var reached = WithFragments(string.Concat(operations.Select(operation => operation.Body)));
        var fragments = _fragments.Where(fragment => reached.Contains("..." + fragment.Name, StringComparison.Ordinal) || Mistake());
        return string.Join('\n', written.Concat(fragments.Select(fragment => fragment.Text)).ToArray().OrderBy(_ => random.Next()));
    }

    /// <summary>Values for the variables of the document written last, as a JSON object; now and then one of a wrong type.</summary>
    public string WriteVariables()
    {
        var values = _variables
            .Where(_ => !Chance(12))
            .Select(variable =>
                $"\"{variable.Key[1..]}\": {WriteJson(schema.FindType(GraphQLParser.ParseType(variable.Value.Split(" = ")[0])), 0)}"
            );
        return $"{{{string.Join(", ", values)}}}";
    }

    private string WriteJson(GraphQLType? type, int depth)
    {
        if (Chance(40))
        {
            return Pick(["null", "1", "\"text\"", "true", "[]", "{}", "1.5", "[null]"]);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return WriteJson(nonNull.OfType, depth);
            case not null when Chance(10):
                return "null";
            case ListType list:
                return Chance(5)
                    ? WriteJson(list.OfType, depth)
                    : $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => WriteJson(list.OfType, depth + 1)))}]";
            case EnumType enumeration:
                return $"\"{Pick(enumeration.Values.AsSpan().ToArray()).Name}\"";
            case InputObjectType input:
                var fields = input.IsOneOf
                    ? [Pick(depth > 3 ? [input.Fields[0]] : input.Fields.AsSpan().ToArray())]
                    : input.Fields.Where(field => field.IsRequired || (depth < 3 && Chance(3))).ToArray();
                return $"{{{string.Join(", ", fields.Select(field => $"\"{field.Name}\": {WriteJson(field.Type, depth + 1)}"))}}}";
            default:
                return type?.UnwrappedType.Name switch
                {
                    "Int" => Pick(["0", "7", "-3", "2147483647", "5.0"]),
                    "Float" => Pick(["0.5", "1", "-2.25", "1e3"]),
                    "Boolean" => Pick(["true", "false"]),
                    "ID" => Pick(["1", "\"a1\""]),
                    "String" => Pick(["\"\"", "\"æ\"", "\"text\""]),
                    _ => Pick(["1", "\"2025\"", "[1, {\"a\": true}]"]),
                };
        }
    }

    private void WriteFragment(string name)
    {
        var type = Pick(_composites);
        var body = WriteSelections(type, depth: 2);
        var written = Mistake() ? "F1" : name;
        _fragments.Add((written, type, $"fragment {written} on {WrongName(type.Name)}{WriteDirectives("onFragmentDefinition")} {body}"));
    }

    /// <summary>The text and that of every fragment it reaches; a fragment spreads only those written before it.</summary>
    private string WithFragments(string body)
    {
        foreach (var fragment in _fragments.AsEnumerable().Reverse())
        {
            body += body.Contains("..." + fragment.Name, StringComparison.Ordinal) ? fragment.Text : "";
        }

        return body;
    }

    private string WriteOperation(OperationType operation) =>
        operation == OperationType.Subscription && schema.SubscriptionType is { } root
            ? $"{{ {WriteField(root, 1)} }}"
            : WriteSelections(schema.FindRootType(operation) ?? schema.QueryType, 0);

    private string WriteHead(OperationType operation, string? name, string reached)
    {
        var word = operation.ToString().ToLowerInvariant();
        var variables = Variable()
            .Matches(reached)
            .Select(match => match.Value)
            .Distinct()
            .Where(_ => !Mistake())
            .Select(variable => $"{variable}: {_variables[variable]}")
            .ToArray();
        return variables.Length > 0 ? $"{word} {name}({string.Join(", ", variables)}) "
            : name is null && operation == OperationType.Query && Chance(2) ? ""
            : $"{word} {name} ";
    }

    private string WriteSelections(CompositeType type, int depth)
    {
        var text = new StringBuilder("{ ");
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            text.Append(WriteSelection(type, depth)).Append(' ');
        }

        return text.Append('}').ToString();
    }

    private string WriteSelection(CompositeType type, int depth)
    {
        if (_fragments.Count > 0 && Chance(5))
        {
            var fitting = _fragments.Where(fragment => Mistake() || Overlap(fragment.Type, type)).ToArray();
            if (fitting.Length > 0)
            {
                return $"...{WrongName(Pick(fitting).Name)}{WriteDirectives("onFragmentSpread")}";
            }
        }

        if (depth < MaxDepth && Chance(type is UnionType ? 1 : 6))
        {
            var fitting = _composites.Where(other => Mistake() || Overlap(other, type)).ToArray();
            var condition = Chance(4) || fitting.Length == 0 ? null : Pick(fitting);
            var on = condition is null ? "" : $" on {WrongName(condition.Name)}";
            return $"...{on}{WriteDirectives("onInlineFragment")} {WriteSelections(condition ?? type, depth + 1)}";
        }

        return WriteField(type, depth);
    }

    private string WriteField(CompositeType type, int depth)
    {
        _fields++;
        var fields = (type as FieldsType)?.Fields ?? [];
        var fitting = depth < MaxDepth && _fields < MostFields ? fields : [.. fields.Where(field => field.Type.UnwrappedType is LeafType)];
        if (fitting.IsEmpty || Chance(12))
        {
            return Chance(6) ? "t: __typename" : "__typename";
        }

        var field = Pick(fitting.AsSpan().ToArray());
        var arguments = field
            .Arguments.Where(argument => argument.IsRequired ? !Mistake() : Chance(2))
            .Select(argument => WriteArgument(argument.Name, argument.Type))
            .ToArray();
        var alias =
            Chance(20) ? $"{Pick(["a", "b", "x", field.Name])}: "
            : arguments.Length > 0 && !Chance(15) ? $"a{_fields}: "
            : "";
        var below = field.Type.UnwrappedType is CompositeType composite
            ? Mistake()
                ? ""
                : " " + WriteSelections(composite, depth + 1)
            : Mistake()
                ? " { a }"
                : "";
        var list = arguments.Length == 0 ? "" : $"({string.Join(", ", arguments.OrderBy(_ => random.Next()))})";
        return $"{alias}{WrongName(field.Name)}{list}{WriteDirectives("onField")}{below}";
    }

    private string WriteArgument(string name, GraphQLType type) => $"{WrongName(name)}: {WriteValue(type, 0, allowVariable: true)}";

    private string WriteDirectives(string own)
    {
        if (!Chance(9))
        {
            return "";
        }

        var include =
            own == "onFragmentDefinition"
                ? ""
                : $" @{Pick(["include", "skip"])}(if: {WriteValue(ScalarType.Boolean.NonNull(), 0, allowVariable: true)})";
        return schema.FindDirective(own) is not null && Chance(2) ? $" @{own}"
            : Mistake() ? " @onQuery @unknown"
            : include;
    }

    private string WriteValue(GraphQLType type, int depth, bool allowVariable)
    {
        if (allowVariable && Chance(5))
        {
            return WriteVariable(type);
        }

        if (Mistake())
        {
            return Pick(["null", "1", "\"text\"", "true", "WORD", "1.5", "[1, null]", "{ x: 1 }", "[]", "{}"]);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return WriteValue(nonNull.OfType, depth, allowVariable: false);
            case ListType list:
                return depth > 2 || Chance(5)
                    ? WriteValue(list.OfType, depth + 1, allowVariable: false)
                    : $"[{string.Join(", ", WriteItems(list.OfType, depth + 1, allowVariable))}]";
            case InputObjectType input:
                return WriteObject(input, depth, allowVariable);
            case EnumType enumeration:
                return Pick(enumeration.Values.AsSpan().ToArray()).Name;
            default:
                return Chance(12) ? "null" : WriteScalar(type.UnwrappedType.Name);
        }
    }

    private IEnumerable<string> WriteItems(GraphQLType type, int depth, bool allowVariable) =>
        Enumerable.Range(0, random.Next(3)).Select(_ => WriteValue(type, depth, allowVariable));

    private string WriteObject(InputObjectType input, int depth, bool allowVariable)
    {
        var fields =
            input.IsOneOf && !Mistake()
                ? [Pick(depth > 3 ? [input.Fields[0]] : input.Fields.AsSpan().ToArray())]
                : input.Fields.Where(field => field.IsRequired ? !Mistake() : depth < 3 && Chance(3)).ToArray();
        var written = fields.Select(field =>
        {
            var type = input.IsOneOf ? field.Type.NonNull() : field.Type;
            return $"{WrongName(field.Name)}: {WriteValue(type, depth + 1, allowVariable && !input.IsOneOf)}";
        });
        return $"{{ {string.Join(", ", written)} }}";
    }

    private string WriteScalar(string name) =>
        name switch
        {
            "Int" => random.Next(-5, 100).ToString(CultureInfo.InvariantCulture),
            "Float" => Pick(["0.5", "1", "-2.25", "1e3", "7.0"]),
            "Boolean" => Pick(["true", "false"]),
            "ID" => Pick(["1", "\"a1\""]),
            "String" => Pick(["\"\"", "\"æ \\u00e5 \\n\"", "\"\"\"block \"x\"\"\"\"", "\"text\""]),
            _ => Pick(["1", "\"2025-09-01\"", "[1, { a: B }]"]),
        };

    private string WriteVariable(GraphQLType type)
    {
        var name = $"$v{_variables.Count}_";
        var written =
            Mistake() ? Pick(["Int", "String!", "[Boolean]", "Nothing"])
            : type is NonNullType || Chance(2) ? $"{type}"
            : $"{type}!";
        if (!written.EndsWith('!') && Chance(3))
        {
            written += $" = {WriteValue(type, 1, allowVariable: false)}";
        }

        _variables.Add(name, written);
        return name;
    }

    private bool Overlap(CompositeType one, CompositeType other) =>
        schema.GetPossibleTypes(one).Intersect(schema.GetPossibleTypes(other)).Any();

    private string WrongName(string name) => Mistake() ? Pick(["nothing", "Nothing", name + "s", "id", "Box"]) : name;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private bool Mistake() => mistakes > 0 && Chance(mistakes);

    [GeneratedRegex(@"\$v\d+_")]
    private static partial Regex Variable();
}
