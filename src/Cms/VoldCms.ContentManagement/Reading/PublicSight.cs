using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// Tells whether an anonymous reader can see a change of an item, so that what is kept for anybody grows old only by what anybody can see.
/// In doubt a change is public: a page made anew costs little, an old one may name a wrong number.
/// </summary>
public sealed class PublicSight(TenantConfiguration configuration)
{
    private readonly ReadAccess _access = new(configuration, Principal.Anonymous);

    /// <param name="before">The item's versions as they were.</param>
    /// <param name="after">As they will be; a version that is not touched is the same instance.</param>
    public bool Sees(LiveVersions before, LiveVersions after) =>
        SeesDraftsOf(before.Latest)
        || SeesDraftsOf(after.Latest)
        || (!ReferenceEquals(before.Published, after.Published) && (SeesPublic(before.Published) || SeesPublic(after.Published)));

    /// <summary>Whether a version that is neither the newest nor the public one can be seen: by having been public once.</summary>
    public bool SeesArchived(StoredVersion version) => SeesDraftsOf(version) || (version.PublicFromUtc is not null && SeesPublic(version));

    // An item of a localization set answers for its languages whoever may read it, and so decides which other item does.
    private bool SeesPublic(StoredVersion? version) =>
        version?.Item is { } item
        && configuration.Model.FindType(item.ContentType) is { } type
        && _access.SeesPublished(type, isOwn: false)
        && (
            ContentItemParts.VisibilityOf(item) <= _access.MaximumVisibility || ContentItemParts.LocalizationSetOf(item) is { Length: > 0 }
        );

    private bool SeesDraftsOf(StoredVersion? version) =>
        version?.Item is { } item && configuration.Model.FindType(item.ContentType) is { } type && _access.SeesDrafts(type, isOwn: false);
}
