namespace VoldCms.ContentManagement.Rules;

/// <summary>
/// What a room that shows items asks of their paths, beside their form: that nothing else has the address. Whoever edits is refused, an
/// import is warned. Registered as a singleton; thread-safe.
/// </summary>
public interface IPathRule
{
    /// <summary>What is wrong with the path, worded as <c>is ...; expected ...</c>; null when nothing is.</summary>
    /// <param name="contentType">The item's type.</param>
    /// <param name="path">The path as it is stored.</param>
    /// <param name="culture">The item's culture; null for one without.</param>
    string? FindProblem(string contentType, string path, string? culture);
}
