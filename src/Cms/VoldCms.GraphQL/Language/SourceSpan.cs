namespace VoldCms.GraphQL.Language;

/// <summary>
/// Where a piece of syntax lies in its source, in bytes: <see cref="Start"/> is the first byte, <see cref="End"/> the one after the last.
/// </summary>
public readonly record struct SourceSpan(int Start, int End);
