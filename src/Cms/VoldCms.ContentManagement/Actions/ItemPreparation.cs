using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// What every action that writes an item does before it is stored: shape, address, culture, display text. One place, so that
/// editor, API and recipes cannot differ.
/// </summary>
internal sealed class ItemPreparation(IUnitOfWork work, ContentChange change)
{
    private const int MaximumPathLength = 1024;

    private const int MaximumAliasLength = 735;

    private static readonly System.Buffers.SearchValues<char> s_forbiddenInPath =
        System.Buffers.SearchValues.Create(":?#[]@!$&'()*+,.;=<>\\|% ");

    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

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
        ContentItem item, ContentItem? previous, TypeModel type, CancellationToken cancellationToken)
    {
        _problems.AddRange(ItemNormalizer.Normalize(item.Content, type, change.Configuration.Model));
        if (HasErrors)
        {
            return item;
        }

        await LocalizeAsync(item, previous, cancellationToken);
        item = WithTitle(item, type);
        await RouteAsync(item, previous, type, cancellationToken);
        await CheckAliasAsync(item, type, cancellationToken);
        return item;
    }

    /// <summary>
    /// What a person is told of at once and an import is only warned of: values that break a module's rule, and picked items that
    /// are not there. What stood in the previous version already does not stand in her way.
    /// </summary>
    public async ValueTask CheckValuesAsync(
        ContentItem item, ContentItem? previous, TypeModel type, ItemRules rules, CancellationToken cancellationToken)
    {
        if (HasErrors)
        {
            return;
        }

        var model = change.Configuration.Model;
        var known = previous is null ? [] : rules.CheckValues(previous, type, model).ToHashSet();
        _problems.AddRange(rules.CheckValues(item, type, model).Where(problem => !known.Contains(problem)));
        var picked = previous is null ? [] : PickerTarget.Of(previous, type, model).Select(target => target.Id).ToHashSet(StringComparer.Ordinal);
        var missing = await work.Content.FindMissingAsync(
            [.. PickerTarget.Of(item, type, model).Where(target => !picked.Contains(target.Id))], cancellationToken);
        _problems.AddRange(missing.Select(target => target.Missing()));
    }

    /// <summary>A generated title is made from its pattern; an item without a display text shows its title.</summary>
    private ContentItem WithTitle(ContentItem item, TypeModel type)
    {
        var settings = type.FindPartOfKind(PartNames.Title)?.Definition.Settings.Get<TitlePartSettings>();
        if (settings is { Options: TitleOptions.GeneratedDisabled or TitleOptions.GeneratedHidden, Pattern.Length: > 0 }
            && item.FindPart(PartNames.Title) is { } part
            && Render(settings.Pattern, item, $"{PartNames.Title}.Title") is { Length: > 0 } title)
        {
            part["Title"] = title;
            return item with { DisplayText = title };
        }

        return string.IsNullOrEmpty(item.DisplayText) ? item with { DisplayText = ContentItemParts.TitleOf(item) ?? item.DisplayText } : item;
    }

    private string? Render(string pattern, ContentItem item, string path)
    {
        var rendered = ItemPattern.Render(pattern, item);
        if (rendered is null)
        {
            _problems.Add(new(path, $"the pattern '{pattern}' asks for more than this house can make; the display text is used", IsWarning: true));
        }

        return rendered;
    }

    private async ValueTask LocalizeAsync(ContentItem item, ContentItem? previous, CancellationToken cancellationToken)
    {
        if (item.FindPart(PartNames.Localization) is not { } part)
        {
            return;
        }

        Fill(part, "LocalizationSet", previous is null ? null : ContentItemParts.LocalizationSetOf(previous), UniqueId.New);
        Fill(part, "Culture", previous is null ? null : ContentItemParts.CultureOf(previous), () => change.Configuration.Settings.DefaultCulture);
        var (set, culture) = (ContentItemParts.LocalizationSetOf(item)!, ContentItemParts.CultureOf(item)!);
        if (await work.Content.FindLocalizationAsync(set, culture, cancellationToken) is { } other && other != item.ContentItemId)
        {
            _problems.Add(new(
                $"{PartNames.Localization}.Culture",
                $"the set '{set}' has an item in '{culture}' already, {await NameAsync(other, cancellationToken)}; expected one item a culture"));
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
            kept ??= await MakePathAsync(item, model, cancellationToken);
            if (kept is not null)
            {
                part["Path"] = kept;
            }
        }
        else if (FindPathProblem(part.FindText("Path")!) is { } problem)
        {
            _problems.Add(new($"{model.Name}.Path", problem));
        }
        else if (await work.Content.FindPathOwnerAsync(part.FindText("Path")!, cancellationToken) is { } owner && owner != item.ContentItemId)
        {
            _problems.Add(new($"{model.Name}.Path", $"the path '{part.FindText("Path")}' is taken by {await NameAsync(owner, cancellationToken)}; expected one of its own"));
        }
    }

    private async ValueTask CheckAliasAsync(ContentItem item, TypeModel type, CancellationToken cancellationToken)
    {
        if (type.FindPartOfKind(PartNames.Alias) is not { } model || item.FindPart(model.Name)?.FindText("Alias") is not { Length: > 0 } alias)
        {
            return;
        }

        if (alias.Length > MaximumAliasLength)
        {
            _problems.Add(new($"{model.Name}.Alias", $"is {alias.Length} characters long; expected at most {MaximumAliasLength}"));
        }
        else if (await work.Content.FindByValueAsync($"{model.Name}.Alias", ContentValue.Of(alias), item.ContentItemId, cancellationToken) is { } owner)
        {
            _problems.Add(new($"{model.Name}.Alias", $"the alias '{alias}' is taken by {await NameAsync(owner, cancellationToken)}; expected one of its own"));
        }
    }

    private async ValueTask<string> NameAsync(ContentItemId owner, CancellationToken cancellationToken) =>
        await change.IsHiddenAsync(owner, cancellationToken) ? "another item" : $"the item {owner}";

    private static string? FindPathProblem(string path) =>
        path.StartsWith('/') ? $"'{path}' begins with a slash; expected a path without one"
        : path.Length > MaximumPathLength ? $"is {path.Length} characters long; expected at most {MaximumPathLength}"
        : path.AsSpan().IndexOfAny(s_forbiddenInPath) is >= 0 and var at ? $"'{path}' holds '{path[at]}'; expected letters, digits, dashes and slashes"
        : null;

    /// <summary>
    /// The path that the definition's pattern makes; without one, the display text as a path, below the culture for localized
    /// items. Either way with the first number that makes it free.
    /// </summary>
    private async ValueTask<string?> MakePathAsync(ContentItem item, PartModel part, CancellationToken cancellationToken)
    {
        var pattern = part.Definition.Settings.Get<AutoroutePartSettings>().Pattern;
        var path = string.IsNullOrWhiteSpace(pattern) ? null : Render(pattern, item, $"{part.Name}.Path")?.Trim('/');
        if (string.IsNullOrEmpty(path))
        {
            var slug = Slug.Of(item.DisplayText ?? "");
            if (slug.Length == 0)
            {
                return null;
            }

            path = ContentItemParts.CultureOf(item) is { Length: > 0 } culture ? $"{culture}/{slug}" : slug;
        }

        for (var number = 1; await IsTakenAsync(path); number++)
        {
            path = NextPath(path, number);
        }

        return path;

        async ValueTask<bool> IsTakenAsync(string candidate) =>
            await work.Content.FindPathOwnerAsync(candidate, cancellationToken) is { } owner && owner != item.ContentItemId;
    }

    // A path that ends in a number goes on counting from it.
    private static string NextPath(string path, int fallback)
    {
        var dash = path.LastIndexOf('-');
        return dash > 0 && int.TryParse(path.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
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
