using System.Runtime.InteropServices;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using VoldCms.GraphQL.Validation.Overlaps;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.3.2 Field Selection Merging: fields with one response name must be the same field with the same arguments wherever both may
/// apply to one object, and give the same shape of response everywhere.
/// </summary>
/// <remarks>
/// Each selection set is compared within itself, with the fragments it spreads, and those with each other. Fields of a selection set are
/// gathered once; a pair of a set and a fragment, and a pair of fragments, is compared once for the whole document; two sets that were
/// found to agree are not compared again. Every comparison is counted against <see cref="GraphQLLimits.MaxComparisons"/>.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule(context), IEnter<SelectionSetNode>
{
    // A conflict is kept until all are found: it costs more than a comparison that finds nothing.
    private const int CostOfConflict = 20;
    private readonly FieldCollector _collector = new(context);
    private readonly ComparedPairs<CollectedFields, FragmentUses> _comparedWithFragment = new();
    private readonly ComparedPairs<FragmentUses, FragmentUses> _comparedFragments = new();
    private readonly HashSet<(CollectedFields, CollectedFields, bool)> _agreeing = [];

    public void Enter(SelectionSetNode node)
    {
        // An inline fragment's fields are compared with those around it.
        if (Context.SelectionSetOwner is InlineFragmentNode || node.Selections is [not InlineFragmentNode])
        {
            return;
        }

        var collected = _collector.Collect(Context.ParentType, node);
        if (!collected.CanConflict)
        {
            return;
        }

        var conflicts = new List<FieldConflict>();
        CompareWithin(conflicts, collected);
        var fragments = collected.Fragments;
        for (var i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(conflicts, collected, fragments[i], isExclusive: false);
            for (var j = i + 1; j < fragments.Count && !Context.IsAborted; j++)
            {
                CompareFragments(conflicts, fragments[i], fragments[j], isExclusive: false);
            }
        }

        foreach (var conflict in conflicts)
        {
            Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. Use different aliases to fetch both.",
                CollectionsMarshal.AsSpan(conflict.Places)
            );
        }
    }

    private void CompareWithin(List<FieldConflict> conflicts, CollectedFields collected)
    {
        foreach (var group in collected.Groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count && !Context.IsAborted; j++)
                {
                    Add(conflicts, FindConflict(group[i], group[j], isExclusive: false));
                }
            }
        }
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, CollectedFields collected, FragmentUses fragment, bool isExclusive)
    {
        if (!Context.Spend() || collected.Groups.Count == 0 || !_comparedWithFragment.Add(collected, fragment, isExclusive))
        {
            return;
        }

        var other = _collector.Collect(fragment);
        if (collected == other)
        {
            return;
        }

        CompareBetween(conflicts, collected, other, isExclusive);
        foreach (var next in other.Fragments)
        {
            CompareWithFragment(conflicts, collected, next, isExclusive);
        }
    }

    private void CompareFragments(List<FieldConflict> conflicts, FragmentUses one, FragmentUses other, bool isExclusive)
    {
        if (one == other || !Context.Spend() || !_comparedFragments.AddEitherWay(one, other, isExclusive))
        {
            return;
        }

        var (fields, otherFields) = (_collector.Collect(one), _collector.Collect(other));
        CompareBetween(conflicts, fields, otherFields, isExclusive);
        foreach (var next in otherFields.Fragments)
        {
            CompareFragments(conflicts, one, next, isExclusive);
        }

        foreach (var next in fields.Fragments)
        {
            CompareFragments(conflicts, next, other, isExclusive);
        }
    }

    private void CompareBetween(List<FieldConflict> conflicts, CollectedFields one, CollectedFields other, bool isExclusive)
    {
        if (other.Groups.Count == 0)
        {
            return;
        }

        foreach (var group in one.Groups)
        {
            if (!Context.Spend() || other.Find(group[0].Node.ResponseName) is not { } otherGroup)
            {
                continue;
            }

            foreach (var field in group)
            {
                foreach (var otherField in otherGroup)
                {
                    if (Context.IsAborted)
                    {
                        return;
                    }

                    Add(conflicts, FindConflict(field, otherField, isExclusive));
                }
            }
        }
    }

    private FieldConflict? FindConflict(CollectedField one, CollectedField other, bool isExclusive)
    {
        if (!Context.Spend() || IsSameLeaf(one, other))
        {
            return null;
        }

        var cannotMeet =
            isExclusive || (one.ParentType is ObjectType && other.ParentType is ObjectType && one.ParentType != other.ParentType);
        if (!cannotMeet)
        {
            if (one.Node.Name.Value != other.Node.Name.Value)
            {
                return FieldConflict.Between(one.Node, other.Node, $"\"{one.Node.Name}\" and \"{other.Node.Name}\" are different fields");
            }

            if (!ArgumentComparison.AreSame(one.Node.Arguments, other.Node.Arguments, Context))
            {
                return FieldConflict.Between(one.Node, other.Node, "they have differing arguments");
            }
        }

        if (one.Type is { } type && other.Type is { } otherType && HaveDifferentShapes(type, otherType))
        {
            return FieldConflict.Between(one.Node, other.Node, $"they return conflicting types \"{type}\" and \"{otherType}\"");
        }

        return one.Node.SelectionSet is { } below && other.Node.SelectionSet is { } otherBelow
            ? FindConflictBelow(one, below, other, otherBelow, cannotMeet)
            : null;
    }

    private FieldConflict? FindConflictBelow(
        CollectedField one,
        SelectionSetNode below,
        CollectedField other,
        SelectionSetNode otherBelow,
        bool isExclusive
    )
    {
        var fields = _collector.Collect(one.Type?.UnwrappedType as CompositeType, below);
        var otherFields = _collector.Collect(other.Type?.UnwrappedType as CompositeType, otherBelow);
        if (_agreeing.Contains((fields, otherFields, isExclusive)))
        {
            return null;
        }

        var conflicts = new List<FieldConflict>();
        CompareBetween(conflicts, fields, otherFields, isExclusive);
        foreach (var fragment in otherFields.Fragments)
        {
            CompareWithFragment(conflicts, fields, fragment, isExclusive);
        }

        foreach (var fragment in fields.Fragments)
        {
            CompareWithFragment(conflicts, otherFields, fragment, isExclusive);
            foreach (var otherFragment in otherFields.Fragments)
            {
                CompareFragments(conflicts, fragment, otherFragment, isExclusive);
            }
        }

        if (conflicts.Count > 0)
        {
            return FieldConflict.Below(one.Node, other.Node, conflicts);
        }

        _agreeing.Add((fields, otherFields, isExclusive));
        return null;
    }

    private static bool IsSameLeaf(CollectedField one, CollectedField other) =>
        one.Type == other.Type
        && one.Node is { SelectionSet: null, Arguments.IsEmpty: true }
        && other.Node is { SelectionSet: null, Arguments.IsEmpty: true }
        && one.Node.Name.Value == other.Node.Name.Value;

    /// <summary><c>SameResponseShape</c>, for the types of two fields: lists, non-nulls and leaf types must be the same.</summary>
    private static bool HaveDifferentShapes(GraphQLType one, GraphQLType other) =>
        (one, other) switch
        {
            (NonNullType inner, NonNullType otherInner) => HaveDifferentShapes(inner.OfType, otherInner.OfType),
            (ListType inner, ListType otherInner) => HaveDifferentShapes(inner.OfType, otherInner.OfType),
            (NonNullType or ListType, _) or (_, NonNullType or ListType) => true,
            (LeafType, _) or (_, LeafType) => one != other,
            _ => false,
        };

    private void Add(List<FieldConflict> conflicts, FieldConflict? found)
    {
        if (found is not null && Context.Spend(CostOfConflict))
        {
            conflicts.Add(found);
        }
    }
}
