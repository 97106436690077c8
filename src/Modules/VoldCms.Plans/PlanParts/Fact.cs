using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Plans.PlanParts;

/// <summary>A name and its value on a page.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The document's own words.</param>
/// <param name="IsPrinted">False for a value that is ours.</param>
internal sealed record Fact(Wording Name, Wording Value, bool IsPrinted = true);

/// <summary>Names and values below each other.</summary>
/// <param name="Language">The values'.</param>
/// <param name="Facts">In order.</param>
internal sealed record FactList(string Language, ImmutableArray<Fact> Facts);

/// <summary>Reads facts of an item.</summary>
internal static class FactReading
{
    /// <summary>The texts of those fields that say something, each with its name in the language of the page.</summary>
    public static ImmutableArray<Fact> ReadFacts(
        this Site site,
        ContentItem item,
        string part,
        ReadOnlySpan<(string Field, string Name)> fields
    )
    {
        var facts = ImmutableArray.CreateBuilder<Fact>(fields.Length);
        foreach (var (field, name) in fields)
        {
            if (item.Text(part, field) is { } text)
            {
                facts.Add(new(site.Texts[name], text));
            }
        }

        return facts.DrainToImmutable();
    }
}
