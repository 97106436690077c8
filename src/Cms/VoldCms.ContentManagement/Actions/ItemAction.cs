using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// What the actions have in common: the item as it stands, whether the principal may, whether the version is the one that
/// the edit started from, and the entry in the audit trail.
/// </summary>
internal sealed class ItemAction
{
    private readonly IUnitOfWork _work;
    private readonly Principal _principal;
    private readonly TimeProvider _clock;

    private ItemAction(IUnitOfWork work, Principal principal, TimeProvider clock, TenantConfiguration configuration, LiveVersions live)
    {
        _work = work;
        _principal = principal;
        _clock = clock;
        Configuration = configuration;
        Live = live;
    }

    public TenantConfiguration Configuration { get; }

    /// <summary>The item's versions before the change.</summary>
    public LiveVersions Live { get; }

    /// <summary>What is above it is not for the principal: neither to see nor to change.</summary>
    public VisibilityLevel MaximumVisibility => new ReadAccess(Configuration, _principal).MaximumVisibility;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The newest version; only asked for after <see cref="FindProblem"/> has said that there is one.</summary>
    public StoredVersion Latest => Live.Latest ?? throw new InvalidOperationException("The item has no live version.");

    public static async ValueTask<ItemAction> BeginAsync(
        IUnitOfWork work,
        ContentItemId id,
        Principal principal,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        new(
            work,
            principal,
            clock,
            await work.GetConfigurationAsync(cancellationToken),
            await work.Content.LoadAsync(id, cancellationToken)
        );

    /// <summary>
    /// Why the change may not be made to the item as it stands; null when it may.
    /// </summary>
    /// <param name="id">The item.</param>
    /// <param name="operation">What is to be done.</param>
    /// <param name="basedOn">The version that the edit started from; null for whatever is newest.</param>
    public Error? FindProblem(ContentItemId id, ContentOperation operation, ContentItemVersionId? basedOn)
    {
        if (Live.Latest is not { } latest || Configuration.Model.FindType(latest.Item.ContentType) is not { } type || !MaySee(latest.Item))
        {
            return new NotFound("content.not-found", $"There is no content item {id}.");
        }

        if (!Allows(operation, type, latest.Item.Owner))
        {
            return NotAllowed(operation, type);
        }

        return basedOn is { } edited && edited != latest.Item.ContentItemVersionId
            ? new Conflict(
                "content.version-conflict",
                $"The item {id} was changed by somebody else: version {edited} "
                    + $"was edited, but {latest.Item.ContentItemVersionId} is the newest."
            )
            : null;
    }

    public bool Allows(ContentOperation operation, TypeModel type, string owner) =>
        new Authorizer(Configuration.Roles).Allows(_principal, operation, type, isOwn: owner.Length > 0 && owner == _principal.Id);

    public static Forbidden NotAllowed(ContentOperation operation, TypeModel type) =>
        new("content.not-allowed", $"The permission {operation}Content is needed for content of type '{type.Name}'.");

    /// <summary>Stores the versions to be, and says so in the audit trail.</summary>
    public async ValueTask<LiveVersions> SaveAsync(
        LiveVersions after,
        string action,
        ContentItem about,
        CancellationToken cancellationToken
    )
    {
        var saved = await _work.Content.SaveAsync(Live, after, cancellationToken);
        Record(action, about);
        return saved;
    }

    public void Record(string action, ContentItem about) =>
        _work.Record(
            new AuditEvent
            {
                AtUtc = Now,
                Action = action,
                PrincipalKind = _principal.Kind,
                PrincipalId = _principal.Id,
                PrincipalName = _principal.Name,
                ContentItemId = about.ContentItemId,
                ContentItemVersionId = about.ContentItemVersionId,
                ContentType = about.ContentType,
            }
        );

    /// <summary>Whether there is a live item of that id that the principal may not know of.</summary>
    public async ValueTask<bool> IsHiddenAsync(ContentItemId id, CancellationToken cancellationToken)
    {
        var live = await _work.Content.LoadAsync(id, cancellationToken);
        return (live.Latest ?? live.Published) is not null
            && !May(live.Published?.Item, ContentOperation.View)
            && !May(live.Latest?.Item, ContentOperation.Preview, ContentOperation.Edit, ContentOperation.Delete);
    }

    /// <summary>Who may neither view nor preview an item, or sees nothing of its level, is not told that it is there.</summary>
    public bool MaySee(ContentItem item) =>
        May(item, ContentOperation.View, ContentOperation.Preview, ContentOperation.Edit, ContentOperation.Delete);

    private bool May(ContentItem? item, params ReadOnlySpan<ContentOperation> operations)
    {
        if (
            item is null
            || Configuration.Model.FindType(item.ContentType) is not { } type
            || ContentItemParts.VisibilityOf(item) > MaximumVisibility
        )
        {
            return false;
        }

        foreach (var operation in operations)
        {
            if (Allows(operation, type, item.Owner))
            {
                return true;
            }
        }

        return false;
    }
}
