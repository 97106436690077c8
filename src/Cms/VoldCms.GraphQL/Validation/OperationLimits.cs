using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Refuses operations that are too deep or too large with their fragments expanded. Each fragment is measured once, so measuring takes
/// as long as the document is, however much it stands for. Only for documents that the rules accept: their fragments have no cycles.
/// </summary>
internal sealed class OperationLimits(ValidationContext context, GraphQLLimits limits)
{
    private readonly Dictionary<string, OperationSize> _fragments = new(StringComparer.Ordinal);

    /// <summary>Reports every limit that an operation exceeds, by the limit's name.</summary>
    public void Check()
    {
        foreach (var operation in context.Operations)
        {
            var size = Measure(operation.Definition.SelectionSet);
            Compare(operation, size.Depth, limits.MaxDepth, nameof(GraphQLLimits.MaxDepth), "nests fields {0} deep");
            Compare(operation, size.Fields, limits.MaxFields, nameof(GraphQLLimits.MaxFields), "has {0} fields, fragments expanded");
            Compare(operation, size.Aliases, limits.MaxAliases, nameof(GraphQLLimits.MaxAliases), "has {0} aliases, fragments expanded");
        }
    }

    private void Compare(OperationUses operation, int size, int limit, string name, string complaint)
    {
        if (size > limit)
        {
            var shown = size == OperationSize.Ceiling ? "far too many" : $"{size}";
            context.Report(
                name,
                $"The operation {complaint.Replace("{0}", shown, StringComparison.Ordinal)}; {limit} are allowed.",
                operation.Definition.Span
            );
        }
    }

    private OperationSize Measure(SelectionSetNode selectionSet)
    {
        var size = default(OperationSize);
        foreach (var selection in selectionSet.Selections)
        {
            size = size.And(
                selection switch
                {
                    FieldNode field => (field.SelectionSet is null ? default : Measure(field.SelectionSet)).Below(field),
                    InlineFragmentNode inline => Measure(inline.SelectionSet),
                    FragmentSpreadNode spread => MeasureFragment(spread.Name.Value),
                    _ => default,
                }
            );
        }

        return size;
    }

    private OperationSize MeasureFragment(string name)
    {
        if (!_fragments.TryGetValue(name, out var size) && context.FindFragment(name) is { } fragment)
        {
            size = Measure(fragment.Definition.SelectionSet);
            _fragments.Add(name, size);
        }

        return size;
    }
}
