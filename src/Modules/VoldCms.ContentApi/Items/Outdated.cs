using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Items;

/// <summary>Whether translations lag behind what they were made from: the set's item in the site's default language.</summary>
internal static class Outdated
{
    /// <summary>For parents with a localization; with one query for all of them, and none for those in the default language.</summary>
    public static async ValueTask ResolveAsync(FieldBatch batch, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Of(batch);
        var source = new AskedCulture(request.Schema.Configuration.Settings.DefaultCulture, FollowsChain: false);
        ContentItem[] items = [.. batch.Parents.ToArray().Select(parent => Parents.OwnerOf(parent!).Item)];
        var translations = items
            .Where(item => !string.Equals(ContentItemParts.CultureOf(item), source.Name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var sources = await source.FindAsync(
            request,
            translations.Select(ContentItemParts.LocalizationSetOf).Where(set => !string.IsNullOrEmpty(set)).OfType<string>(),
            translations.Select(item => item.ContentType),
            VersionState.Published,
            cancellationToken
        );
        for (var row = 0; row < items.Length; row++)
        {
            var set = ContentItemParts.LocalizationSetOf(items[row]) ?? "";
            batch.Set(
                row,
                sources.TryGetValue(set, out var original)
                    && original.Item.PublishedUtc > items[row].PublishedUtc
                    && original.Item.ContentItemId != items[row].ContentItemId
            );
        }
    }
}
