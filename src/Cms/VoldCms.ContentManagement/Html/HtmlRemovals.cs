namespace VoldCms.ContentManagement.Html;

/// <summary>What was taken out of a text, each kind once, in words for a warning. However much it was, they stay few and plain.</summary>
internal sealed class HtmlRemovals
{
    private const int Maximum = 20;

    private const int LongestName = 20;

    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Kinds => _kinds;

    public void AddElement(string name) => Add(IsPlain(name) ? $"<{name.ToLowerInvariant()}>" : "an element of an odd name");

    public void AddAttribute(string name, string element) =>
        Add(
            IsPlain(name) && IsPlain(element)
                ? $"{name.ToLowerInvariant()} of <{element.ToLowerInvariant()}>"
                : "an attribute of an odd name"
        );

    public void Add(string kind) => _kinds.Add(_kinds.Count < Maximum || _kinds.Contains(kind) ? kind : "and more");

    private static bool IsPlain(string name) =>
        name.Length <= LongestName && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or ':');
}
