using System.Text;

namespace VoldCms.GraphQLTests.Corpus;

/// <summary>
/// Writes documents for the schema <c>shapes</c> in which fields overlap as often as can be: few names, few aliases, and fragments that
/// spread each other, in circles too.
/// </summary>
public sealed class OverlapGenerator(Random random)
{
    private static readonly string[] s_types = ["Box", "Disc", "Eye", "Thing", "Part", "Seen", "Any", "Round", "Query"];
    private static readonly string[] s_leaves = ["id", "kind", "value", "size", "seen", "label", "label(lang: NN)", "echo"];
    private static readonly string[] s_objects =
    [
        "whole",
        "parts",
        "parts(first: 1)",
        "by",
        "deep",
        "any(pick: { one: 1 })",
        "box",
        "again",
        "thing(id: 1)",
    ];

    public string Write()
    {
        var fragments = random.Next(5);
        var text = new StringBuilder("{ ").Append(WriteSelections(fragments, 0)).Append('}');
        for (var i = 0; i < fragments; i++)
        {
            text.Append(" fragment F")
                .Append(i)
                .Append(" on ")
                .Append(Pick(s_types))
                .Append(" { ")
                .Append(WriteSelections(fragments, 1))
                .Append('}');
        }

        return text.ToString();
    }

    private string WriteSelections(int fragments, int depth)
    {
        var text = new StringBuilder();
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            text.Append(WriteSelection(fragments, depth)).Append(' ');
        }

        return text.ToString();
    }

    private string WriteSelection(int fragments, int depth)
    {
        var alias = random.Next(2) == 0 ? Pick(["x: ", "y: "]) : "";
        return random.Next(depth > 2 ? 2 : 5) switch
        {
            0 when fragments > 0 => $"...F{random.Next(fragments)}",
            0 => "__typename", // never by another name: see Difference
            1 => alias + Pick(s_leaves),
            2 => $"...{Pick(["", $" on {Pick(s_types)}"])} {{ {WriteSelections(fragments, depth + 1)}}}",
            _ => $"{alias}{Pick(s_objects)} {{ {WriteSelections(fragments, depth + 1)}}}",
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
