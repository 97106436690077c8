namespace VoldCms.ContentApi.Filters;

/// <summary>
/// A filter, an order or a language does not hold. Each door says it in its own way: GraphQL as an error with the code, REST as a problem
/// at the path.
/// </summary>
/// <param name="code">Stable, such as <c>filter.invalid-text</c>; it stands in <c>docs/api.md</c>.</param>
/// <param name="message">What is wrong and what was expected: one line.</param>
/// <param name="path">The key at fault, with a dot between an object and its key; empty when it is all of what is asked.</param>
internal sealed class FilterFaultException(string code, string message, string path = "") : Exception(message)
{
    public string Code { get; } = code;

    public string Path { get; } = path;
}
