using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// What every action that writes an item does before it is stored: shape, address, culture, display text. One place, so that
/// editor, API and recipes cannot differ.
/// </summary>
internal sealed class ItemPreparation(IUnitOfWork work, ItemAction change, ItemRules rules)
{
    private const int MaximumAliasLength = 735;

    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    private PatternScope? _scope;

    /// <summary>What was found, warnings too.</summary>
    public ImmutableArray<Problem> Problems => _problems.ToImmutable();

    public bool HasErrors => _problems.Any(problem => !problem.IsWarning);

    /// <summary>
    /// Completes an item in place of the one given.
    /// </summary>
    /// <param name="item">What is to be stored; its content is changed.</param>
    /// <param name="previous">The version that it follows: what is generated once is carried over. Null for a new item.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ContentItem> PrepareAsync(
        ContentItem item,
        ContentItem? previous,
        TypeModel type,
        CancellationToken cancellationToken
    )
    {
        _problems.AddRange(ItemNormalizer.Normalize(item.Content, type, change.Configuration.Model));
        if (HasErrors)
        {
            return item;
        }

        await LocalizeAsync(item, previous, cancellationToken);
        item = await WithTitleAsync(item, type);
        await RouteAsync(item, previous, type, cancellationToken);
        await AliasAsync(item, previous, type, cancellationToken);
        return item;
    }

    /// <summary>
    /// What a person is told of at once and an import is only warned of: values that break a rule, links that lead nowhere or where nobody
    /// is sent, an address that leads to another item, and what is named and not there. What stood in the previous version already does not
    /// stand in her way. A link without a scheme is given the one that she means.
    /// </summary>
    public async ValueTask CheckValuesAsync(
        ContentItem item,
        ContentItem? previous,
        TypeModel type,
        References references,
        CancellationToken cancellationToken
    )
    {
        for (var index = 0; index < _problems.Count; index++)
        {
            _problems[index] = _problems[index] with { IsWarning = _problems[index] is { IsWarning: true, IsLoss: false } };
        }

        if (HasErrors)
        {
            return;
        }

        ItemRules.CompleteAddresses(item, type, change.Configuration.Model);
        var known = previous is null ? [] : rules.CheckValues(previous, type, change.Configuration).ToHashSet();
        _problems.AddRange(rules.CheckValues(item, type, change.Configuration).Where(problem => !known.Contains(problem)));
        if (previous is null || !ContentPath.AreSame(ContentItemParts.PathOf(item), ContentItemParts.PathOf(previous)))
        {
            _problems.AddRange(await FindAddressProblemsAsync(item, type, cancellationToken));
        }

        var model = change.Configuration.Model;
        var named = previous is null
            ? []
            : ContentReference
                .Of(previous, type, model)
                .Select(reference => (reference.Kind, reference.Folded, reference.Taxonomy))
                .ToHashSet();
        var missing = await references.FindMissingAsync(
            work,
            [
                .. ContentReference
                    .Of(item, type, model)
                    .Where(reference => !named.Contains((reference.Kind, reference.Folded, reference.Taxonomy))),
            ],
            cancellationToken
        );
        _problems.AddRange(missing.Select(reference => reference.Missing()));
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
                        $"is '{path}', and its address leads to {await NameAsync(owner, cancellationToken)} "
                            + $"at '{rival}'; expected one of its own"
                    ),
                ];
            }
        }

        return [];
    }

    // Items of one localization set share an address, and each language is shown its own.
    private async ValueTask<ContentItemId?> FindRivalAsync(ContentItem item, string path, CancellationToken cancellationToken)
    {
        if (await work.Content.FindPathOwnerAsync(path, cancellationToken) is not { } owner || owner == item.ContentItemId)
        {
            return null;
        }

        var live = await work.Content.LoadAsync(owner, cancellationToken);
        var set = (live.Published ?? live.Latest)?.Item is { } other ? ContentItemParts.LocalizationSetOf(other) : null;
        return set is not null && string.Equals(set, ContentItemParts.LocalizationSetOf(item), StringComparison.OrdinalIgnoreCase)
            ? null
            : owner;
    }

    private IEnumerable<string> RivalsOf(string path, string? culture) =>
        culture is not null && path.StartsWith($"{culture}/", StringComparison.OrdinalIgnoreCase)
            ? [path[(culture.Length + 1)..]]
            : change.Configuration.Settings.SupportedCultures.Select(served => $"{served}/{path}");

    /// <summary>
    /// Generated titles are made from their patterns, those of contained items before their container's; an item without a display
    /// text shows its title.
    /// </summary>
    private async ValueTask<ContentItem> WithTitleAsync(ContentItem item, TypeModel type)
    {
        // Those in it first: a walk comes to them last.
        foreach (var contained in ContentTree.Of(item.Content, type, change.Configuration.Model).Skip(1).Reverse())
        {
            await MakeContainedTitleAsync(contained.Content, contained.Type, contained.Path);
        }

        if (
            type.FindPartOfKind(PartNames.Title) is { } title
            && ItemPattern.Of(title) is { } pattern
            && item.FindPart(PartNames.Title) is { } part
            && await RenderAsync(pattern, item, $"{PartNames.Title}.Title") is { Length: > 0 } made
        )
        {
            part["Title"] = made;
            return item with { DisplayText = made };
        }

        return string.IsNullOrEmpty(item.DisplayText)
            ? item with
            {
                DisplayText = ContentItemParts.TitleOf(item) ?? item.DisplayText,
            }
            : item;
    }

    private async ValueTask MakeContainedTitleAsync(JsonObject contained, TypeModel type, string path)
    {
        if (type.FindPartOfKind(PartNames.Title) is not { } titlePart || ItemPattern.Of(titlePart) is not { } pattern)
        {
            return;
        }

        var item = new ContentItem
        {
            ContentItemId = new(contained.FindText("ContentItemId") ?? ""),
            ContentItemVersionId = new(contained.FindText("ContentItemVersionId") ?? ""),
            ContentType = type.Name,
            DisplayText = contained.FindText("DisplayText"),
            Owner = contained.FindText("Owner") ?? "",
            Author = contained.FindText("Author") ?? "",
            Content = contained,
        };
        if (await RenderAsync(pattern, item, $"{path}{PartNames.Title}.Title") is not { Length: > 0 } title)
        {
            return;
        }

        contained["DisplayText"] = title;
        if (contained[PartNames.Title] is JsonObject part)
        {
            part["Title"] = title;
        }
        else
        {
            contained[PartNames.Title] = new JsonObject { ["Title"] = title };
        }
    }

    private async ValueTask<string?> RenderAsync(ItemPattern pattern, ContentItem item, string path)
    {
        try
        {
            return await pattern.RenderAsync(item, _scope ??= CreateScope());
        }
        catch (PatternFaultException fault)
        {
            _problems.Add(new(path, $"the pattern '{pattern.Text}' {fault.Message}; the display text is used", IsWarning: true));
            return null;
        }
    }

    private PatternScope CreateScope()
    {
        return new(
            FindAsync,
            async (set, culture) =>
                await work.Content.FindLocalizationAsync(set, culture, CancellationToken.None) is { } id ? await FindAsync(id) : null,
            change.Now,
            change.Configuration.Settings.TimeZone
        );

        async ValueTask<ContentItem?> FindAsync(ContentItemId id)
        {
            var live = await work.Content.LoadAsync(id, CancellationToken.None);
            return (live.Latest ?? live.Published)?.Item;
        }
    }

    private async ValueTask LocalizeAsync(ContentItem item, ContentItem? previous, CancellationToken cancellationToken)
    {
        if (item.FindPart(PartNames.Localization) is not { } part)
        {
            return;
        }

        Fill(part, "LocalizationSet", previous is null ? null : ContentItemParts.LocalizationSetOf(previous), UniqueId.New);
        Fill(
            part,
            "Culture",
            previous is null ? null : ContentItemParts.CultureOf(previous),
            () => change.Configuration.Settings.DefaultCulture
        );
        var given = ContentItemParts.CultureOf(item)!;
        part["Culture"] = Cultures.FindAmong(given, change.Configuration.Settings.SupportedCultures) ?? Cultures.Canonical(given);
        var (set, culture) = (ContentItemParts.LocalizationSetOf(item)!, ContentItemParts.CultureOf(item)!);
        if (await work.Content.FindLocalizationAsync(set, culture, cancellationToken) is { } other && other != item.ContentItemId)
        {
            _problems.Add(
                new(
                    $"{PartNames.Localization}.Culture",
                    $"the set '{set}' has an item in '{culture}' already, "
                        + $"{await NameAsync(other, cancellationToken)}; expected one item a culture"
                )
            );
        }
    }

    private async ValueTask RouteAsync(ContentItem item, ContentItem? previous, TypeModel type, CancellationToken cancellationToken)
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
            _problems.Add(new($"{model.Name}.Path", problem));
        }
        else if (await work.Content.FindPathOwnerAsync(path, cancellationToken) is { } owner && owner != item.ContentItemId)
        {
            _problems.Add(
                new(
                    $"{model.Name}.Path",
                    $"the path '{path}' is taken by {await NameAsync(owner, cancellationToken)}; expected one of its own"
                )
            );
        }
    }

    private async ValueTask AliasAsync(ContentItem item, ContentItem? previous, TypeModel type, CancellationToken cancellationToken)
    {
        if (type.FindPartOfKind(PartNames.Alias) is not { } model || item.FindPart(model.Name) is not { } part)
        {
            return;
        }

        if (part.FindText("Alias") is not { Length: > 0 } alias)
        {
            var kept = previous?.FindPart(model.Name)?.FindText("Alias");
            var made = string.IsNullOrEmpty(kept) ? await MakeAliasAsync(item, model, cancellationToken) : kept;
            if (made is not null)
            {
                part["Alias"] = made;
            }

            return;
        }

        if (alias.Length > MaximumAliasLength)
        {
            _problems.Add(new($"{model.Name}.Alias", $"is {alias.Length} characters long; expected at most {MaximumAliasLength}"));
        }
        else if (
            await work.Content.FindByValueAsync($"{model.Name}.Alias", ContentValue.Of(alias), item.ContentItemId, cancellationToken) is
            { } owner
        )
        {
            _problems.Add(
                new(
                    $"{model.Name}.Alias",
                    $"the alias '{alias}' is taken by {await NameAsync(owner, cancellationToken)}; expected one of its own"
                )
            );
        }
    }

    private async ValueTask<string> NameAsync(ContentItemId owner, CancellationToken cancellationToken) =>
        await change.IsHiddenAsync(owner, cancellationToken) ? "another item" : $"the item {owner}";

    /// <summary>
    /// The path that the definition's pattern makes; without one, the display text as a path, below the culture for localized items. A
    /// title of signs alone leaves nothing of itself: the item's id stands for it. In each case with the first number that makes it free,
    /// and null while there is no title.
    /// </summary>
    private async ValueTask<string?> MakePathAsync(ContentItem item, TypeModel type, PartModel part, CancellationToken cancellationToken)
    {
        var path = ItemPattern.Of(part) is { } pattern ? (await RenderAsync(pattern, item, $"{part.Name}.Path"))?.TrimStart('/') : null;
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
            path = NextPath(path, 1);
        }

        for (var number = 1; await IsTakenAsync(path); number++)
        {
            path = NextPath(path, number);
        }

        return path;

        async ValueTask<bool> IsTakenAsync(string candidate)
        {
            if (await work.Content.FindPathOwnerAsync(candidate, cancellationToken) is { } owner && owner != item.ContentItemId)
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

    private async ValueTask<string?> MakeAliasAsync(ContentItem item, PartModel part, CancellationToken cancellationToken)
    {
        if (ItemPattern.Of(part) is not { } pattern || await RenderAsync(pattern, item, $"{part.Name}.Alias") is not { Length: > 0 } alias)
        {
            return null;
        }

        alias = alias.Length > MaximumAliasLength ? alias[..MaximumAliasLength] : alias;
        for (
            var number = 1;
            await work.Content.FindByValueAsync($"{part.Name}.Alias", ContentValue.Of(alias), item.ContentItemId, cancellationToken)
                is not null;
            number++
        )
        {
            alias = NextPath(alias, number);
        }

        return alias;
    }

    // A path that ends in a number goes on counting from it.
    private static string NextPath(string path, int fallback)
    {
        var dash = path.LastIndexOf('-');
        return
            dash > 0
            && int.TryParse(path.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < int.MaxValue
            ? $"{path[..dash]}-{number + 1}"
            : $"{path}-{fallback}";
    }

    private static void Fill(JsonObject part, string key, string? kept, Func<string> make)
    {
        if (string.IsNullOrEmpty(part.FindText(key)))
        {
            part[key] = string.IsNullOrEmpty(kept) ? make() : kept;
        }
    }
}
