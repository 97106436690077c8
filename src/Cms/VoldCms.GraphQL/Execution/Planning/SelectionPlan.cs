using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>What is asked of objects of one type: fields merged, fragments flattened, in the order of the response. Immutable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CollectFields()"/>
internal sealed class SelectionPlan(ObjectType? type, FieldPlan[] fields, int index)
{
    public static readonly SelectionPlan None = new(null, [], -1);

    public ObjectType Type => type ?? throw new InvalidOperationException("An empty plan is of no type.");

    public FieldPlan[] Fields { get; } = fields;

    /// <summary>The plan's number in its operation.</summary>
    public int Index { get; } = index;
}
