using VoldCms.Hosting.Localization;

namespace VoldCms.Admin.Lists;

/// <summary>What the public sees of an item, in words. Immutable.</summary>
/// <param name="Text">The words.</param>
/// <param name="Color">Designsystemet's colour for it; never the only sign.</param>
internal sealed record ItemState(Wording Text, string Color)
{
    /// <summary>The state of an item.</summary>
    /// <param name="isNewestPublic">Its newest version is public.</param>
    /// <param name="isPublic">Some version is public.</param>
    /// <param name="t">The texts.</param>
    public static ItemState Of(bool isNewestPublic, bool isPublic, Texts t) =>
        isNewestPublic ? new(t["Published"], "success")
        : isPublic ? new(t["Published, with changes in a draft"], "info")
        : new(t["Draft"], "warning");
}
