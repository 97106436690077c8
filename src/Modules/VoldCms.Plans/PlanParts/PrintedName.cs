namespace VoldCms.Plans.PlanParts;

/// <summary>A name that stands by itself on a page, and in the middle of a sentence in the document.</summary>
internal static class PrintedName
{
    /// <summary>The name with a capital letter.</summary>
    public static string Capitalize(string name) =>
        name.Length == 0 ? "" : string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));
}
