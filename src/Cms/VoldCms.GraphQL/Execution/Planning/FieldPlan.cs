using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// One field of a response object, however often the document asks for it: what resolves it, with which arguments, and what is asked
/// below. Immutable, but that selections are planned when the first object of their type turns up.
/// </summary>
internal sealed class FieldPlan
{
    private readonly OperationPlanner _planner;
    private readonly ConcurrentDictionary<ObjectType, SelectionPlan>? _selections;
    private SelectionPlan? _selection;

    public FieldPlan(OperationPlanner planner, ObjectType parent, FieldDefinition definition, ImmutableArray<FieldNode> nodes)
    {
        _planner = planner;
        Parent = parent;
        Definition = definition;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = Encoding.UTF8.GetBytes($",\"{ResponseName}\":");
        EncodedTypeName = ReferenceEquals(definition, GraphQLSchema.TypeNameField) ? Encoding.UTF8.GetBytes($"\"{parent.Name}\"") : null;
        Arguments = new ArgumentPlan(definition, nodes[0]);
        Leaf = definition.Type.NullableType as LeafType;
        Composite = definition.Type.UnwrappedType as CompositeType;
        _selections = Composite is null or ObjectType ? null : new();
    }

    public ObjectType Parent { get; }

    public FieldDefinition Definition { get; }

    public string ResponseName { get; }

    /// <summary>Every place in the document that asks for this field; at least one.</summary>
    public ImmutableArray<FieldNode> Nodes { get; }

    public ArgumentPlan Arguments { get; }

    /// <summary>The response name as JSON, with the comma before it and the colon after.</summary>
    public byte[] EncodedName { get; }

    /// <summary>The value of <c>__typename</c> as JSON; null for every other field, which must be resolved.</summary>
    public byte[]? EncodedTypeName { get; }

    /// <summary>The type of the field, when it is a leaf and no list.</summary>
    public LeafType? Leaf { get; }

    /// <summary>The type of the objects in the field; null when there are leaves.</summary>
    public CompositeType? Composite { get; }

    /// <summary>What is asked of objects of <paramref name="type"/> in this field. Safe from any thread.</summary>
    public SelectionPlan GetSelection(ObjectType type)
    {
        if (_selections is null)
        {
            return _selection ??= _planner.PlanBelow(this, type);
        }

        return _selections.TryGetValue(type, out var selection) ? selection : _selections.GetOrAdd(type, _planner.PlanBelow(this, type));
    }
}
