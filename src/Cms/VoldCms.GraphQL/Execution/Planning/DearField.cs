using System.Collections.Immutable;
using System.Globalization;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// The field that an operation costs most by: the longest list that could be asked to be shorter, on the way to where most of the cost
/// is. Immutable.
/// </summary>
/// <param name="Path">Response names, from the root.</param>
/// <param name="Size">Values reckoned with.</param>
/// <param name="Cost">What it costs in all, as often as it is asked.</param>
/// <param name="Fixed">What of that does not depend on its size.</param>
/// <param name="SizeArgument">What says its size; null when nothing does.</param>
internal sealed record DearField(ImmutableArray<string> Path, long Size, long Cost, long Fixed, string? SizeArgument)
{
    /// <summary>The path as it is written in messages.</summary>
    public string Name => string.Join('.', Path);

    /// <summary>
    /// The largest size of the field with which an operation that costs <paramref name="total"/> would cost no more than it may; null
    /// when none would do.
    /// </summary>
    public long? FindSizeFor(long max, long total)
    {
        if (SizeArgument is null || total >= CostCalculator.Ceiling || Size == 0)
        {
            return null;
        }

        var each = Math.Max(1, (Cost - Fixed + Size - 1) / Size);
        var fits = (max - (total - Cost) - Fixed) / each;
        return fits > 0 ? fits : null;
    }

    /// <summary>What to say after how much was too much.</summary>
    public string Explain(long max, long total)
    {
        var much = Cost >= CostCalculator.Ceiling ? "far too much" : Cost.ToString(CultureInfo.InvariantCulture);
        var advice = FindSizeFor(max, total) is { } size
            ? string.Create(CultureInfo.InvariantCulture, $", reckoned with {Size} values; with \"{SizeArgument}: {size}\" it would pass")
            : "; ask for less of it, or in several requests";
        return $"The dearest field is \"{Name}\", which costs {much}{advice}.";
    }
}
