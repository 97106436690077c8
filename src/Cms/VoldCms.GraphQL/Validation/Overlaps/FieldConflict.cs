using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Overlaps;

/// <summary>Two fields that cannot be merged: why, and the fields that show it, on the one side and on the other.</summary>
internal sealed class FieldConflict
{
    private const int MostFields = 20;
    private const int LongestReason = 500;
    private readonly List<FieldNode> _fields;
    private readonly List<FieldNode> _otherFields;

    private FieldConflict(string reason, List<FieldNode> fields, List<FieldNode> otherFields)
    {
        Reason = reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
        _fields = fields;
        _otherFields = otherFields;
    }

    public string ResponseName => _fields[0].ResponseName;

    public string Reason { get; }

    /// <summary>Where the fields are, those of the one side first.</summary>
    public List<SourceSpan> Places => _fields.Concat(_otherFields).Select(node => node.Span).ToList();

    public static FieldConflict Between(FieldNode one, FieldNode other, string reason) => new(reason, [one], [other]);

    /// <summary>Two fields whose selections conflict; at most <see cref="MostFields"/> of the fields below are kept on a side.</summary>
    public static FieldConflict Below(FieldNode one, FieldNode other, List<FieldConflict> conflicts) =>
        new(
            string.Join(
                " and ",
                conflicts.Take(MostFields).Select(below => $"subfields \"{below.ResponseName}\" conflict because {below.Reason}")
            ),
            Gather(one, conflicts, conflict => conflict._fields),
            Gather(other, conflicts, conflict => conflict._otherFields)
        );

    private static List<FieldNode> Gather(FieldNode field, List<FieldConflict> conflicts, Func<FieldConflict, List<FieldNode>> side)
    {
        List<FieldNode> fields = [field];
        foreach (var conflict in conflicts)
        {
            fields.AddRange(side(conflict).TakeLast(MostFields - fields.Count));
            if (fields.Count == MostFields)
            {
                break;
            }
        }

        return fields;
    }
}
