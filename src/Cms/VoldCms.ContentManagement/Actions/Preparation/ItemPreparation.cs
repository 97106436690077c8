using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// What every action that writes an item does before it is stored: shape, address, culture, display text. One place, so that
/// editor, API and recipes cannot differ.
/// </summary>
internal sealed class ItemPreparation(PreparationScope scope, ItemRules rules)
{
    /// <summary>What was found, warnings too.</summary>
    public ImmutableArray<Problem> Problems => scope.Problems.ToImmutable();

    /// <summary>What keeps the item from being stored.</summary>
    public ImmutableArray<Problem> Errors => [.. scope.Problems.Where(problem => !problem.IsWarning)];

    /// <summary>Whether something was found that keeps the item from being stored.</summary>
    public bool HasErrors => scope.Problems.Any(problem => !problem.IsWarning);

    /// <summary>The item's path, and what else has its address.</summary>
    public PathPreparation Paths => new(scope, rules);

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
        scope.Problems.AddRange(ItemNormalizer.Normalize(item.Content, type, scope.Configuration.Model));
        if (HasErrors)
        {
            return item;
        }

        await new CulturePreparation(scope).LocalizeAsync(item, previous, cancellationToken);
        item = await new TitlePreparation(scope).WithTitleAsync(item, type);
        await Paths.RouteAsync(item, previous, type, cancellationToken);
        await new AliasPreparation(scope).AliasAsync(item, previous, type, cancellationToken);
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
        for (var index = 0; index < scope.Problems.Count; index++)
        {
            scope.Problems[index] = scope.Problems[index] with { IsWarning = scope.Problems[index] is { IsWarning: true, IsLoss: false } };
        }

        if (HasErrors)
        {
            return;
        }

        ItemRules.CompleteAddresses(item, type, scope.Configuration.Model);
        var known = previous is null ? [] : rules.CheckValues(previous, type, scope.Configuration).ToHashSet();
        scope.Problems.AddRange(rules.CheckValues(item, type, scope.Configuration).Where(problem => !known.Contains(problem)));
        if (previous is null || !ContentPath.AreSame(ContentItemParts.PathOf(item), ContentItemParts.PathOf(previous)))
        {
            scope.Problems.AddRange(await Paths.FindAddressProblemsAsync(item, type, cancellationToken));
        }

        var model = scope.Configuration.Model;
        var named = previous is null
            ? []
            : ContentReference
                .Of(previous, type, model)
                .Select(reference => (reference.Kind, reference.Folded, reference.Taxonomy))
                .ToHashSet();
        var missing = await references.FindMissingAsync(
            scope.Work,
            [
                .. ContentReference
                    .Of(item, type, model)
                    .Where(reference => !named.Contains((reference.Kind, reference.Folded, reference.Taxonomy))),
            ],
            cancellationToken
        );
        scope.Problems.AddRange(missing.Select(reference => reference.Missing()));
    }
}
