using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.Data.Querying;

/// <summary>Turns filters into <see cref="Condition"/>s.</summary>
/// <param name="names">The numbers of names.</param>
/// <param name="types">The types asked for.</param>
/// <param name="targets">What ids may name; null when all.</param>
internal sealed class ConditionReader(NameLookup names, IReadOnlyList<TypeModel> types, VisibleTargets? targets)
{
    public async ValueTask<Condition> ReadAsync(ContentFilter? filter, CancellationToken cancellationToken)
    {
        switch (filter)
        {
            case null:
                return Condition.Always;
            case ContentFilter.And and:
                return new Condition.All(await ReadAllAsync(and.Filters, cancellationToken));
            case ContentFilter.Or or:
                return new Condition.Any(await ReadAllAsync(or.Filters, cancellationToken));
            case ContentFilter.Not not:
                return new Condition.Not(await ReadAsync(not.Filter, cancellationToken));
            case ContentFilter.OfType ofType:
                return await ReadTypesAsync(ofType.ContentTypes, cancellationToken);
            case ContentFilter.Comparison comparison:
                return await ReadComparisonAsync(comparison, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException(filter.GetType().Name);
        }
    }

    private async ValueTask<ImmutableArray<Condition>> ReadAllAsync(
        ImmutableArray<ContentFilter> filters,
        CancellationToken cancellationToken
    )
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>(filters.Length);
        foreach (var filter in filters)
        {
            conditions.Add(await ReadAsync(filter, cancellationToken));
        }

        return conditions.MoveToImmutable();
    }

    private async ValueTask<Condition> ReadTypesAsync(ImmutableArray<string> contentTypes, CancellationToken cancellationToken)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(contentTypes.Length);
        foreach (var contentType in contentTypes)
        {
            if (await names.FindAsync(contentType, cancellationToken) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers.Count == 0 ? Condition.Never : new Condition.Type(numbers.DrainToImmutable());
    }

    private async ValueTask<Condition> ReadComparisonAsync(ContentFilter.Comparison filter, CancellationToken cancellationToken)
    {
        if (IsPath(filter, ContentPaths.ContentItemId) || IsPath(filter, ContentPaths.ContentItemVersionId))
        {
            return
                filter.Operator != ComparisonOperator.IsNull
                && filter.Operands.All(operand => operand.Kind == ContentValueKind.Text)
                && IndexComparison.Of(filter.Operator, filter.Operands, EncodeId) is { } ofId
                ? new Condition.Id(IsPath(filter, ContentPaths.ContentItemVersionId), ofId)
                : Condition.Never;
        }

        if (
            IsPath(filter, ContentPaths.Path)
            && filter.Operator is ComparisonOperator.Equal or ComparisonOperator.In
            && filter.Operands.All(operand => operand.Kind == ContentValueKind.Text)
        )
        {
            return filter.Operands.IsEmpty
                ? Condition.Never
                : new Condition.Path([
                    .. filter
                        .Operands.Select(operand => operand.AsText())
                        .SelectMany(ContentPath.Spellings)
                        .Distinct(StringComparer.Ordinal),
                ]);
        }

        var fieldId = await names.FindAsync(filter.Path, cancellationToken);
        var seen = filter.AreSeen ? null : await SeenTargets.FindAsync(targets, types, filter.Path, names, cancellationToken);
        if (filter.Operator == ComparisonOperator.IsNull)
        {
            // A path that was never stored is missing everywhere.
            return fieldId is { } known
                ? new Condition.Missing(known, types.All(type => HasPath(type, filter.Path))) { Seen = seen }
                : Condition.Always;
        }

        return fieldId is { } field && IndexComparison.Of(filter.Operator, filter.Operands, IndexKey.Of) is { } comparison
            ? new Condition.Field(field, comparison) { Seen = seen }
            : Condition.Never;
    }

    // As text keys, kind byte included; the statements put the same byte in front of the stored ids.
    private static byte[] EncodeId(ContentValue id) => IndexKey.OfText(id.AsText());

    private static bool HasPath(TypeModel type, string path) => type.Paths.ContainsKey(path) || EnvelopePaths.Contains(path);

    private static bool IsPath(ContentFilter.Comparison filter, string path) =>
        string.Equals(filter.Path, path, StringComparison.OrdinalIgnoreCase);
}
