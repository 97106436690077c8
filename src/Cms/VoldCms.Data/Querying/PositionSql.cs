using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>
/// Places in an order as SQL: what comes after one, and where the items of a page stand. Without either it adds nothing to a statement.
/// </summary>
internal sealed class PositionSql(
    QueryScope scope,
    SqlDialect dialect,
    SqlText sql,
    ConditionSql conditions,
    ImmutableArray<OrderKey> order,
    ContentQuery query
)
{
    private readonly string?[] _values = new string?[order.Length];
    private readonly ImmutableArray<ContentPosition>.Builder _noted = ImmutableArray.CreateBuilder<ContentPosition>();
    private string? _itemKey;

    /// <summary>What <see cref="Note"/> reads, to be added to the columns of a page's versions.</summary>
    public string Columns => query.WithPositions ? string.Concat(order.Select((key, index) => $", page.k{index}{RankedValue(key)}")) : "";

    private int ColumnCount => order.Length + order.Count(key => key.Ranks is not null);

    /// <summary>Whether an item comes after the position that the query names; null when it names none.</summary>
    /// <param name="keyOf">The item's key of that number.</param>
    /// <param name="itemKey">The item's own.</param>
    public string? After(Func<int, string> keyOf, string itemKey)
    {
        if (query.After is not { } position)
        {
            return null;
        }

        if (order.IsEmpty)
        {
            return From(0);
        }

        // The bound by itself is what an index can begin at.
        return $"{keyOf(0)} {(order[0].IsDescending ? "<=" : ">=")} {ValueOf(position, 0)} AND {From(0)}";

        string From(int index)
        {
            if (index == order.Length)
            {
                return $"{itemKey} {(order is [{ IsDescending: true }, ..] ? "<" : ">")} {ItemKeyOf(position)}";
            }

            var (key, value) = (keyOf(index), ValueOf(position, index));
            return $"({key} {(order[index].IsDescending ? "<" : ">")} {value} OR ({key} = {value} AND {From(index + 1)}))";
        }
    }

    /// <summary>Where the items stand that have been noted, in their order.</summary>
    public ImmutableArray<ContentPosition> Noted => _noted.ToImmutable();

    /// <summary>Notes where the row's item stands, when that is asked; gives the item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="row">With <see cref="Columns"/>.</param>
    /// <param name="columnsBehind">How many columns there are behind those.</param>
    public ContentItem Note(ContentItem item, DbDataReader row, int columnsBehind)
    {
        if (query.WithPositions)
        {
            _noted.Add(Read(row, item, columnsBehind));
        }

        return item;
    }

    private ContentPosition Read(DbDataReader row, ContentItem item, int columnsBehind)
    {
        var column = row.FieldCount - columnsBehind - ColumnCount;
        var keys = ImmutableArray.CreateBuilder<PositionKey>(order.Length);
        foreach (var key in order)
        {
            if (key.Ranks is not null)
            {
                var rank = Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);
                // What has no rank may name what is not for everybody.
                keys.Add(new(rank < 0 ? [] : row.GetFieldValue<byte[]>(column + 1), rank));
                column += 2;
            }
            else
            {
                keys.Add(new(row.GetFieldValue<byte[]>(column)));
                column++;
            }
        }

        return new(keys.MoveToImmutable(), item.ContentItemId, item.ContentItemVersionId);
    }

    private string RankedValue(OrderKey key) =>
        (key.Ranks, key.FieldId) switch
        {
            (null, _) => "",
            (_, { } fieldId) =>
                $", (SELECT o.value FROM field_index o WHERE {conditions.RowOf("o", "page.item_key", fieldId)} AND o.ordinal = 0)",
            _ => $", {dialect.Bytes("")}",
        };

    private string ValueOf(ContentPosition position, int index) =>
        _values[index] ??= (order[index], position.Keys[index]) switch
        {
            ({ Ranks: { } ranks }, var at) =>
                $"COALESCE({dialect.PositionOf(sql.Value(at.Value), sql.Value(dialect.OfBytes(ranks)))}, {sql.Value(at.Rank)})",
            var (_, at) => sql.Value(at.Value),
        };

    // An item that is stored no more stands before all that are like it: better twice than not at all.
    private string ItemKeyOf(ContentPosition position) =>
        _itemKey ??=
            $"COALESCE((SELECT i.item_key FROM content_versions i WHERE i.tenant_id = {sql.Value(scope.Tenant.Value)} "
            + $"AND i.item_id_folded = {sql.Value(position.ContentItemId.Folded)} LIMIT 1), "
            + $"{(order is [{ IsDescending: true }, ..] ? "9223372036854775807" : "-1")})";
}
