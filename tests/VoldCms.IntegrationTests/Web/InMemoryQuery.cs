using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.IntegrationTests.Web;

/// <summary>Runs a query over a list, by the same model that the real store indexes by.</summary>
internal sealed class InMemoryQuery(ContentModel model, AuthorizedQuery authorized)
{
    public List<ContentItem> Run(IEnumerable<ContentItem> items)
    {
        var types = authorized.Access.Select(access => access.ContentType).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var readable = items.Where(item =>
            types.Contains(item.ContentType) && ContentItemParts.VisibilityOf(item) <= authorized.MaximumVisibility
        );
        var matching = readable.Where(item => authorized.Query.Filter is not { } filter || Matches(item, filter));
        if (authorized.Query.WithVariants)
        {
            var found = matching.Select(SetOf).ToHashSet();
            matching = readable.Where(item => found.Contains(SetOf(item)));
        }

        foreach (var order in authorized.Query.Order.Reverse())
        {
            matching = order.Descending
                ? matching.OrderByDescending(item => SortKey(item, order.Path), StringComparer.Ordinal)
                : matching.OrderBy(item => SortKey(item, order.Path), StringComparer.Ordinal);
        }

        return [.. matching];
    }

    // An item without one is alone in its own.
    private static (string, string) SetOf(ContentItem item) =>
        (item.ContentType, ContentItemParts.LocalizationSetOf(item)?.ToLowerInvariant() ?? item.ContentItemId.Value);

    private bool Matches(ContentItem item, ContentFilter filter) =>
        filter switch
        {
            ContentFilter.And and => and.Filters.All(each => Matches(item, each)),
            ContentFilter.Or or => or.Filters.Any(each => Matches(item, each)),
            ContentFilter.Not not => !Matches(item, not.Filter),
            ContentFilter.Comparison comparison => Values(item, comparison.Path).Any(value => Compares(value, comparison)),
            _ => throw new NotSupportedException(filter.GetType().Name),
        };

    private static bool Compares(ContentValue value, ContentFilter.Comparison comparison) =>
        comparison.Operator switch
        {
            ComparisonOperator.Equal or ComparisonOperator.In => comparison.Operands.Any(operand => Folded(operand) == Folded(value)),
            ComparisonOperator.LessThan => value.AsNumber() < comparison.Operands[0].AsNumber(),
            ComparisonOperator.GreaterThan => value.AsNumber() > comparison.Operands[0].AsNumber(),
            _ => throw new NotSupportedException($"{comparison.Operator}"),
        };

    private IEnumerable<ContentValue> Values(ContentItem item, string path) =>
        path switch
        {
            ContentPaths.ContentItemId => [ContentValue.Of(item.ContentItemId)],
            ContentPaths.DisplayText => [ContentValue.Of(item.DisplayText ?? "")],
            _ when model.FindType(item.ContentType)?.Paths.GetValueOrDefault(path) is { } known => known.Property.Values(
                Stored(item, known)?[known.Property.Name]
            ),
            _ => [],
        };

    private static JsonObject? Stored(ContentItem item, PathModel path) =>
        path.Field is { } field ? item.FindField(path.Part.Name, field.Name) : item.FindPart(path.Part.Name);

    private string SortKey(ContentItem item, string path) =>
        Values(item, path)
            .Select(value =>
                value.Kind switch
                {
                    ContentValueKind.Number => value.AsNumber().ToString("000000000.000", CultureInfo.InvariantCulture),
                    ContentValueKind.DateTime => value.AsDateTime().ToString("O", CultureInfo.InvariantCulture),
                    _ => Folded(value),
                }
            )
            .FirstOrDefault()
        ?? "";

    private static string Folded(ContentValue value) => value.ToString().ToLowerInvariant();
}
