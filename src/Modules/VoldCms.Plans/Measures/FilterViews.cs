using System.Collections.Immutable;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Measures;

/// <summary>One question of the filter, such as theme, state or deadline.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Options">The answers, "all" first.</param>
internal sealed record FilterGroup(Wording Name, ImmutableArray<FilterOption> Options)
{
    /// <summary>Some answer but "all" is chosen.</summary>
    public bool HasChoice => Options.Skip(1).Any(option => option.IsCurrent);

    /// <summary>The answer that is chosen.</summary>
    public FilterOption Current => Options.FirstOrDefault(option => option.IsCurrent) ?? Options[0];
}

/// <summary>One answer to choose.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">The page with it chosen.</param>
/// <param name="Count">How many measures it would leave.</param>
/// <param name="IsCurrent">It is chosen now.</param>
/// <param name="IsPrinted">The text is the document's own.</param>
internal sealed record FilterOption(Wording Text, string Href, int Count, bool IsCurrent, bool IsPrinted);
