using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Reading;

/// <summary>What a principal may read, worked out from the roles.</summary>
internal sealed class ReadAccess
{
    private readonly TenantConfiguration _configuration;
    private readonly Principal _principal;
    private readonly Authorizer _authorizer;

    public ReadAccess(TenantConfiguration configuration, Principal principal)
    {
        _configuration = configuration;
        _principal = principal;
        _authorizer = new Authorizer(configuration.Roles);
        MaximumVisibility =
            _authorizer.Allows(principal, ContentPermissions.ViewSecretContent) ? VisibilityLevel.Secret
            : _authorizer.Allows(principal, ContentPermissions.ViewInternalContent) ? VisibilityLevel.Internal
            : VisibilityLevel.Public;
    }

    public VisibilityLevel MaximumVisibility { get; }

    /// <summary>Whether the principal may know who wrote and who owns an item: whoever is known here herself (decision 0013).</summary>
    public bool SeesPeople => _principal.Kind != PrincipalKind.Anonymous;

    /// <summary>The asked types that may be read in the asked state; none when nothing may.</summary>
    public ImmutableArray<TypeAccess> TypesFor(ContentQuery query) =>
        [.. _configuration.Model.TypesOf(query.ContentTypes).Select(type => Access(type, query.State)).OfType<TypeAccess>()];

    /// <summary>Nothing is kept from the principal, so that no id has to be.</summary>
    public static bool IsUnlimited(Principal principal) =>
        principal.Kind == PrincipalKind.System || principal.Roles.Contains(Roles.Administrator, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the published version of an item of the type may be read.</summary>
    public bool SeesPublished(TypeModel type, bool isOwn) => _authorizer.Allows(_principal, ContentOperation.View, type, isOwn);

    /// <summary>Whether drafts of the type may be read.</summary>
    public bool SeesDrafts(TypeModel type, bool isOwn) =>
        _authorizer.Allows(_principal, ContentOperation.Preview, type, isOwn)
        || _authorizer.Allows(_principal, ContentOperation.Edit, type, isOwn);

    private TypeAccess? Access(TypeModel type, VersionState state)
    {
        if (Allows(isOwn: false))
        {
            return new(type.Name, null, type.IsLocalized, SeesDrafts(type, isOwn: false));
        }

        return _principal.Id.Length > 0 && Allows(isOwn: true)
            ? new(type.Name, _principal.Id, type.IsLocalized, SeesDrafts(type, isOwn: true))
            : null;

        bool Allows(bool isOwn) => state == VersionState.Published ? SeesPublished(type, isOwn) : SeesDrafts(type, isOwn);
    }
}
