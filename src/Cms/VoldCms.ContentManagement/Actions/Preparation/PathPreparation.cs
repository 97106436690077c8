using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// Gives an item its path and finds what else has its address.
/// </summary>
internal sealed class PathPreparation(PreparationScope scope, ItemRules rules)
{
    /// <summary>Completes <c>AutoroutePart</c>: a path that was given is checked, a missing one is kept or made.</summary>
    public async ValueTask RouteAsync(ContentItem item, ContentItem? previous, TypeModel type, CancellationToken cancellationToken)
    {
        if (type.FindPartOfKind(PartNames.Autoroute) is not { } model || item.FindPart(model.Name) is not { } part)
        {
            return;
        }

        if (string.IsNullOrEmpty(part.FindText("Path")))
        {
            var kept = previous is null ? null : ContentItemParts.PathOf(previous);
            if ((string.IsNullOrEmpty(kept) ? await MakePathAsync(item, type, model, cancellationToken) : kept) is { } path)
            {
                part["Path"] = path;
            }
        }
        else
        {
            await CheckPathAsync(item, previous, model, part, cancellationToken);
        }
    }

    /// <summary>
    /// Whether the item's address leads to another: a path of no culture and one below a culture make the same address in that language.
    /// </summary>
    public async ValueTask<ImmutableArray<Problem>> FindAddressProblemsAsync(
        ContentItem item,
        TypeModel type,
        CancellationToken cancellationToken
    )
    {
        if (
            type.FindPartOfKind(PartNames.Autoroute) is not { } model
            || item.FindPart(model.Name)?.FindText("Path") is not { Length: > 0 } path
        )
        {
            return [];
        }

        foreach (var rival in RivalsOf(path, ContentItemParts.CultureOf(item)))
        {
            if (await FindRivalAsync(item, rival, cancellationToken) is { } owner)
            {
                return
                [
                    new(
                        $"{model.Name}.Path",
                        $"is '{path}', and its address leads to {await scope.NameAsync(owner, cancellationToken)} "
                            + $"at '{rival}'; expected one of its own"
                    ),
                ];
            }
        }

        return [];
    }

    private async ValueTask CheckPathAsync(
        ContentItem item,
        ContentItem? previous,
        PartModel model,
        JsonObject part,
        CancellationToken cancellationToken
    )
    {
        var path = ContentPath.Normalize(part.FindText("Path")!);
        part["Path"] = path;

        // One that was stored before there was the rule stays until somebody changes it.
        var isKept = previous is not null && ContentPath.AreSame(path, ContentItemParts.PathOf(previous));
        if (!isKept && ContentPath.FindProblem(path) is { } problem)
        {
            scope.Problems.Add(new($"{model.Name}.Path", problem));
        }
        else if (await scope.Work.Content.FindPathOwnerAsync(path, cancellationToken) is { } owner && owner != item.ContentItemId)
        {
            scope.Problems.Add(
                new(
                    $"{model.Name}.Path",
                    $"the path '{path}' is taken by {await scope.NameAsync(owner, cancellationToken)}; expected one of its own"
                )
            );
        }
    }

    /// <summary>
    /// The path that the definition's pattern makes; without one, the display text as a path, below the culture for localized items. A
    /// title of signs alone leaves nothing of itself: the item's id stands for it. In each case with the first number that makes it free,
    /// and null while there is no title.
    /// </summary>
    private async ValueTask<string?> MakePathAsync(ContentItem item, TypeModel type, PartModel part, CancellationToken cancellationToken)
    {
        var path = ItemPattern.Of(part) is { } pattern
            ? (await scope.RenderAsync(pattern, item, $"{part.Name}.Path"))?.TrimStart('/')
            : null;
        var culture = ContentItemParts.CultureOf(item);
        path = string.IsNullOrEmpty(path) ? (culture is { Length: > 0 } ? $"{culture}/" : "") + Slug.Of(item.DisplayText ?? "") : path;
        if (path.Length == 0 || path[^1] == '/')
        {
            if (string.IsNullOrWhiteSpace(item.DisplayText))
            {
                return null;
            }

            path += Slug.Of(item.ContentItemId.Value);
        }

        path = WellFormed(path, item);
        if (rules.FindPathProblem(type, path, culture) is not null)
        {
            path = NumberedName.Next(path, 1);
        }

        for (var number = 1; await IsTakenAsync(path); number++)
        {
            path = NumberedName.Next(path, number);
        }

        return path;

        async ValueTask<bool> IsTakenAsync(string candidate)
        {
            if (await scope.Work.Content.FindPathOwnerAsync(candidate, cancellationToken) is { } owner && owner != item.ContentItemId)
            {
                return true;
            }

            foreach (var rival in RivalsOf(candidate, culture))
            {
                if (await FindRivalAsync(item, rival, cancellationToken) is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    // Items of one localization set share an address, and each language is shown its own.
    private async ValueTask<ContentItemId?> FindRivalAsync(ContentItem item, string path, CancellationToken cancellationToken)
    {
        if (await scope.Work.Content.FindPathOwnerAsync(path, cancellationToken) is not { } owner || owner == item.ContentItemId)
        {
            return null;
        }

        var live = await scope.Work.Content.LoadAsync(owner, cancellationToken);
        var set = (live.Published ?? live.Latest)?.Item is { } other ? ContentItemParts.LocalizationSetOf(other) : null;
        return set is not null && string.Equals(set, ContentItemParts.LocalizationSetOf(item), StringComparison.OrdinalIgnoreCase)
            ? null
            : owner;
    }

    private IEnumerable<string> RivalsOf(string path, string? culture) =>
        culture is not null && path.StartsWith($"{culture}/", StringComparison.OrdinalIgnoreCase)
            ? [path[(culture.Length + 1)..]]
            : scope.Configuration.Settings.SupportedCultures.Select(served => $"{served}/{path}");

    // A pattern may write what no path may hold.
    private static string WellFormed(string path, ContentItem item)
    {
        if (ContentPath.FindProblem(path) is null)
        {
            return ContentPath.Normalize(path);
        }

        var plain = string.Join('/', path.Split('/').Select(Slug.Of).Where(segment => segment.Length > 0));
        return plain.Length > 0 && ContentPath.FindProblem(plain) is null ? plain : Slug.Of(item.ContentItemId.Value);
    }
}
