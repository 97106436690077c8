using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentManagement.Actions;

/// <summary>The stored item that an action is about, and what the writer takes for true of it. Immutable.</summary>
/// <param name="Id">As the writer names it; refusals name it so too.</param>
public sealed record EditedItem(ContentItemId Id)
{
    /// <summary>The version that the edit started from; null for whatever is newest.</summary>
    public VersionCondition? BasedOn { get; init; }

    /// <summary>An item of another type is not found; null for any type.</summary>
    public string? ContentType { get; init; }
}
