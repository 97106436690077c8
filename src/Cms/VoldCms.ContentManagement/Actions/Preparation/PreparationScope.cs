using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// What the steps of one item's preparation share: what was found, how a pattern is rendered, and how another item is named to
/// whoever writes.
/// </summary>
/// <param name="work">The transaction that the item is prepared in.</param>
/// <param name="configuration">The tenant's.</param>
/// <param name="clock">For patterns that say when.</param>
/// <param name="isHidden">Whether there is an item of that id that the writer may not know of.</param>
internal sealed class PreparationScope(
    IUnitOfWork work,
    TenantConfiguration configuration,
    TimeProvider clock,
    Func<ContentItemId, CancellationToken, ValueTask<bool>> isHidden
)
{
    private PatternScope? _patterns;

    /// <summary>The transaction that the item is prepared in.</summary>
    public IUnitOfWork Work => work;

    /// <summary>The tenant's.</summary>
    public TenantConfiguration Configuration => configuration;

    /// <summary>What was found so far, warnings too.</summary>
    public ImmutableArray<Problem>.Builder Problems { get; } = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>What the pattern makes of the item; null, with a warning at the path, when it cannot be rendered.</summary>
    public async ValueTask<string?> RenderAsync(ItemPattern pattern, ContentItem item, string path)
    {
        try
        {
            return await pattern.RenderAsync(item, _patterns ??= CreateScope());
        }
        catch (PatternFaultException fault)
        {
            Problems.Add(new(path, $"the pattern '{pattern.Text}' {fault.Message}; the display text is used", IsWarning: true));
            return null;
        }
    }

    /// <summary>How a problem names another item: by its id only to those who may see it.</summary>
    public async ValueTask<string> NameAsync(ContentItemId owner, CancellationToken cancellationToken) =>
        await isHidden(owner, cancellationToken) ? "another item" : $"the item {owner}";

    private PatternScope CreateScope()
    {
        return new(
            FindAsync,
            async (set, culture) =>
                await work.Content.FindLocalizationAsync(set, culture, CancellationToken.None) is { } id ? await FindAsync(id) : null,
            clock.GetUtcNow(),
            configuration.Settings.TimeZone
        );

        async ValueTask<ContentItem?> FindAsync(ContentItemId id)
        {
            var live = await work.Content.LoadAsync(id, CancellationToken.None);
            return (live.Latest ?? live.Published)?.Item;
        }
    }
}
