namespace VoldCms.ContentManagement.Visibility;

/// <summary>Who may see an item, a field or an item in a bag. Stored as the number.</summary>
public enum VisibilityLevel
{
    /// <summary>Everybody.</summary>
    Public = 0,

    /// <summary>Staff: permission <c>ViewInternalContent</c>.</summary>
    Internal = 1,

    /// <summary>Permission <c>ViewSecretContent</c>; never in a feed, an export for others or an index of words.</summary>
    Secret = 2,
}
