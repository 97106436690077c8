using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Makes a draft with new ids and the same words; its address is made unique, and it is never the home page.</summary>
public sealed class Clone(CurrentPrincipal principal, ItemRules rules, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>The new draft; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Invalid"/>.</returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, ContentItemId id, CancellationToken cancellationToken)
    {
        var opened = await ItemAction.OpenAsync(work, new(id), ContentOperation.Clone, principal.Value, clock, cancellationToken);
        if (!opened.TryGet(out var original, out var refused))
        {
            return refused;
        }

        var change = await ItemAction.BeginNewAsync(work, principal.Value, clock, cancellationToken);
        var copy = original.Latest.Item.DeepClone() with
        {
            ContentItemId = ContentItemId.New(),
            ContentItemVersionId = ContentItemVersionId.New(),
            CreatedUtc = change.Now,
            ModifiedUtc = change.Now,
            PublishedUtc = null,
            Owner = principal.Value.Id,
            Author = principal.Value.Name,
        };
        Loosen(copy);
        var type = change.Configuration.Model.FindType(copy.ContentType)!;
        var preparation = change.Prepare(rules);
        copy = await preparation.PrepareAsync(copy, previous: null, type, cancellationToken);
        if (preparation.HasErrors)
        {
            return Invalid.Of("content.invalid", preparation.Errors);
        }

        var stored = new StoredVersion { Item = copy, WrittenBy = principal.Value.Kind };
        var saved = await change.SaveAsync(change.Live with { Latest = stored }, nameof(Clone), copy, cancellationToken);
        return saved.Latest!.Item;
    }

    // What must be one of a kind is left to be made anew: the address, the alias, the place in a set of translations.
    private static void Loosen(ContentItem copy)
    {
        copy.FindPart(PartNames.Autoroute)?.Remove("Path");
        copy.FindPart(PartNames.Autoroute)?.Remove("SetHomepage");
        copy.FindPart(PartNames.Alias)?.Remove("Alias");
        copy.FindPart(PartNames.Localization)?.Remove("LocalizationSet");
    }
}
