using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Overlaps;

/// <summary>A field of a selection set, with the type it selects from and its own type; null where unknown.</summary>
internal sealed record CollectedField(CompositeType? ParentType, FieldNode Node, GraphQLType? Type);

/// <summary>
/// The fields of a selection set by response name, inline fragments opened, and the fragments it spreads. Compared by reference.
/// </summary>
internal sealed class CollectedFields
{
    private const int Few = 16;
    private Dictionary<string, List<CollectedField>>? _byName;

    /// <summary>Fields of one response name each, in the order of the first.</summary>
    public List<List<CollectedField>> Groups { get; } = [];

    /// <summary>The known fragments spread, each once.</summary>
    public List<FragmentUses> Fragments { get; } = [];

    /// <summary>Whether there is anything that could conflict with something else in here.</summary>
    public bool CanConflict => Fragments.Count > 1 || (Fragments.Count == 1 && Groups.Count > 0) || Groups.Exists(group => group.Count > 1);

    /// <summary>The fields of that response name; null when there are none.</summary>
    public List<CollectedField>? Find(string responseName)
    {
        if (_byName is not null)
        {
            return _byName.GetValueOrDefault(responseName);
        }

        foreach (var group in Groups)
        {
            if (group[0].Node.ResponseName == responseName)
            {
                return group;
            }
        }

        return null;
    }

    public void Add(CollectedField field)
    {
        if (Find(field.Node.ResponseName) is { } group)
        {
            group.Add(field);
            return;
        }

        List<CollectedField> first = [field];
        Groups.Add(first);
        if (_byName is not null || Groups.Count > Few)
        {
            _byName ??= Groups[..^1].ToDictionary(known => known[0].Node.ResponseName, StringComparer.Ordinal);
            _byName.Add(field.Node.ResponseName, first);
        }
    }
}
