using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// Gives an item its alias and finds another item that has it.
/// </summary>
internal sealed class AliasPreparation(PreparationScope scope)
{
    private const int MaximumAliasLength = 735;

    /// <summary>Completes <c>AliasPart</c>: an alias that was given is checked, a missing one is kept or made.</summary>
    public async ValueTask AliasAsync(ContentItem item, ContentItem? previous, TypeModel type, CancellationToken cancellationToken)
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
            scope.Problems.Add(new($"{model.Name}.Alias", $"is {alias.Length} characters long; expected at most {MaximumAliasLength}"));
        }
        else if (
            await scope.Work.Content.FindByValueAsync(
                $"{model.Name}.Alias",
                ContentValue.Of(alias),
                item.ContentItemId,
                cancellationToken
            ) is
            { } owner
        )
        {
            scope.Problems.Add(
                new(
                    $"{model.Name}.Alias",
                    $"the alias '{alias}' is taken by {await scope.NameAsync(owner, cancellationToken)}; expected one of its own"
                )
            );
        }
    }

    private async ValueTask<string?> MakeAliasAsync(ContentItem item, PartModel part, CancellationToken cancellationToken)
    {
        if (
            ItemPattern.Of(part) is not { } pattern
            || await scope.RenderAsync(pattern, item, $"{part.Name}.Alias") is not { Length: > 0 } alias
        )
        {
            return null;
        }

        alias = alias.Length > MaximumAliasLength ? alias[..MaximumAliasLength] : alias;
        for (
            var number = 1;
            await scope.Work.Content.FindByValueAsync($"{part.Name}.Alias", ContentValue.Of(alias), item.ContentItemId, cancellationToken)
                is not null;
            number++
        )
        {
            alias = NumberedName.Next(alias, number);
        }

        return alias;
    }
}
