using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Queries;

/// <summary>Items that have the same values.</summary>
/// <param name="Values">One for each path that was asked; null where the items have none. Texts are alike when they are so ignoring case;
/// one spelling stands for all.</param>
/// <param name="Count">How many there are.</param>
public sealed record ContentGroup(ImmutableArray<ContentValue?> Values, int Count);
