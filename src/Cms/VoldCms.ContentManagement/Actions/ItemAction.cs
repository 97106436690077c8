using VoldCms.ContentManagement.Actions.Preparation;
using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
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

    /// <summary>The newest version; only asked of an action that was opened on a stored item.</summary>
    public StoredVersion Latest => Live.Latest ?? throw new InvalidOperationException("The item has no live version.");

    /// <summary>Loads a stored item that the principal may do something to.</summary>
    /// <returns>
    /// The action; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the newest.
    /// </returns>
    public static async ValueTask<Result<ItemAction>> OpenAsync(
        IUnitOfWork work,
        EditedItem edited,
        ContentOperation operation,
        Principal principal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var change = await BeginAsync(work, edited.Id, principal, clock, cancellationToken);
        return change.FindProblem(edited, operation) is { } problem ? problem : change;
    }

    /// <summary>Loads whatever is stored of an item, be it nothing; nothing is asked of the principal yet.</summary>
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

    /// <summary>For an item that is to be new: there is nothing to load.</summary>
    public static async ValueTask<ItemAction> BeginNewAsync(
        IUnitOfWork work,
        Principal principal,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => new(work, principal, clock, await work.GetConfigurationAsync(cancellationToken), LiveVersions.None);

    /// <summary>Why it may not be done to the item as it stands, or to the version that the edit started from; null when it may.</summary>
    public Error? FindProblem(EditedItem edited, ContentOperation operation)
    {
        if (
            Live.Latest?.Item is not { } latest
            || (edited.ContentType is { } meant && !string.Equals(meant, latest.ContentType, StringComparison.OrdinalIgnoreCase))
        )
        {
            return NoSuchItem(edited.Id);
        }

        return FindProblem(edited.Id, latest, operation) ?? edited.BasedOn?.FindConflict(edited.Id, latest.ContentItemVersionId);
    }

    /// <summary>Why it may not be done to a version of the item; null when it may.</summary>
    /// <param name="id">The item, as the principal names it.</param>
    /// <param name="version">Its words and its level.</param>
    /// <param name="operation">What is to be done.</param>
    public Error? FindProblem(ContentItemId id, ContentItem version, ContentOperation operation)
    {
        if (Configuration.Model.FindType(version.ContentType) is not { } type || !MaySee(version))
        {
            return NoSuchItem(id);
        }

        return Allows(operation, type, version) ? null : NotAllowed(operation, type);
    }

    public bool Allows(ContentOperation operation, TypeModel type, string owner) =>
        new Authorizer(Configuration.Roles).Allows(_principal, operation, type, isOwn: owner.Length > 0 && owner == _principal.Id);

    /// <summary>The same of an item, whose language counts too: a draft in hers may be written by whoever translates.</summary>
    public bool Allows(ContentOperation operation, TypeModel type, ContentItem item) =>
        Allows(operation, type, item.Owner)
        || (
            operation == ContentOperation.Edit
            && type.IsLocalized
            && ContentItemParts.LocalizationSetOf(item) is { Length: > 0 }
            && new Authorizer(Configuration.Roles).MayTranslate(
                _principal,
                ContentItemParts.CultureOf(item),
                Configuration.Settings.DefaultCulture
            )
        );

    public static Forbidden NotAllowed(ContentOperation operation, TypeModel type) =>
        new("content.not-allowed", $"The permission {operation}Content is needed for content of type '{type.Name}'.");

    /// <summary>The preparation of an item that the action is to store.</summary>
    public ItemPreparation Prepare(ItemRules rules) => new(new(_work, Configuration, _clock, IsHiddenAsync), rules);

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

    private static NotFound NoSuchItem(ContentItemId id) => new("content.not-found", $"There is no content item {id}.");

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
            if (Allows(operation, type, item))
            {
                return true;
            }
        }

        return false;
    }
}
