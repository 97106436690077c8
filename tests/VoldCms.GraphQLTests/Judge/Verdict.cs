using System.Text;
using System.Text.Json;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.GraphQLTests.Judge;

/// <summary>
/// What an engine said about a document, in the form that is compared: the errors as a set of (rule, locations, path), without
/// their words, and the data with numbers by value.
/// </summary>
public sealed record Verdict(bool Accepted, string Errors, string Data)
{
    private static readonly string?[] s_algorithms =
    [
        "GetOperation",
        "CoerceVariableValues",
        "CoerceArgumentValues",
        "ResolveFieldValue",
        "CompleteValue",
    ];

    public static Verdict Of(bool accepted, IEnumerable<string> errors, JsonElement? data) =>
        new(accepted, string.Join('\n', errors.Distinct().Order(StringComparer.Ordinal)), data is { } value ? Canonical(value) : "");

    public static Verdict Of(JudgeAnswer answer) => Of(answer.Accepted, (answer.Errors ?? []).Select(Describe), answer.Data);

    /// <summary>What our engine said before executing anything; an error of the type system itself has no rule's name.</summary>
    public static Verdict Of(IReadOnlyCollection<GraphQLError> errors) => Of(errors.Count == 0, errors.Select(Describe), null);

    /// <summary>What our engine said of a request.</summary>
    public static Verdict Of(ExecutionResult result, JsonElement? data) =>
        Of(
            result.Errors.IsEmpty,
            // Of errors of execution the judge says no more than where they belong.
            result.Errors.Select(error =>
                Describe(s_algorithms.Contains(error.Rule) ? error with { Rule = result.WasExecuted ? "Field" : "Request" } : error)
            ),
            data is { ValueKind: JsonValueKind.Null } ? null : data
        );

    /// <summary>The names of the broken rules, each once, in order.</summary>
    public string Rules => string.Join(' ', Errors.Split('\n').Select(error => error.Split(' ')[0]).Distinct());

    /// <summary>Whether the errors have one of that rule.</summary>
    public bool Breaks(string rule) => Errors.Split('\n').Any(error => error.StartsWith(rule + " ", StringComparison.Ordinal));

    /// <summary>One error: its rule, its places in their order (a set of them where an error names several nodes), its path.</summary>
    public static string Error(string rule, IEnumerable<(int Line, int Column)> locations, string path)
    {
        var places = locations.Distinct().Order().Select(place => $"{place.Line}:{place.Column}");
        return $"{rule} at {string.Join(' ', places)}{(path.Length > 0 ? " in " + path : "")}";
    }

    /// <summary>Whether it is the judge's; where the judge gave up early, whether it has all that the judge said.</summary>
    public bool Agrees(JudgeAnswer answer)
    {
        var judged = Of(answer);
        return answer.Aborted
            ? !Accepted && judged.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(Errors.Split('\n').Contains)
            : this == judged;
    }

    public override string ToString() => $"{(Accepted ? "accepted" : "rejected")}\n{Errors}\n{Data}".TrimEnd();

    private static string Describe(GraphQLError error) =>
        Error(error.Rule ?? "Schema", error.Locations.Select(place => (place.Line, place.Column)), string.Join('/', error.Path));

    private static string Describe(JudgeError error) =>
        Error(
            error.Rule,
            error.Locations.Select(place => (place[0], place[1])),
            string.Join('/', error.Path.Select(step => step.ToString()))
        );

    private static string Canonical(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(member.Name).Append(": ");
                    Write(member.Value, text);
                    text.Append(", ");
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, text);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(value.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
