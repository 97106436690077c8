namespace VoldCms.GraphQL.Validation.Overlaps;

/// <summary>
/// The pairs that were compared, and how. Comparing as if both could apply to one object finds all that comparing as exclusive does,
/// so the first makes the second needless, but not the other way round.
/// </summary>
internal sealed class ComparedPairs<TOne, TOther>
    where TOne : class
    where TOther : class
{
    private readonly Dictionary<(object One, object Other), bool> _wasExclusive = [];

    /// <summary>Notes the pair; false when it needs no comparison any more.</summary>
    public bool Add(TOne one, TOther other, bool isExclusive)
    {
        if (IsDone((one, other), isExclusive))
        {
            return false;
        }

        _wasExclusive[(one, other)] = isExclusive;
        return true;
    }

    /// <summary>As <see cref="Add"/>, for pairs that have no order.</summary>
    public bool AddEitherWay(TOne one, TOther other, bool isExclusive) =>
        !IsDone((other, one), isExclusive) && Add(one, other, isExclusive);

    private bool IsDone((object, object) pair, bool isExclusive) =>
        _wasExclusive.TryGetValue(pair, out var wasExclusive) && (isExclusive || !wasExclusive);
}
