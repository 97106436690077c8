using System.Text.Json;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Databases.Sqlite;

internal sealed class SqliteDialect : SqlDialect
{
    // A list is one JSON text, so that one prepared statement serves every length.
    public override object OfNumbers(IReadOnlyCollection<int> numbers) => JsonSerializer.Serialize(numbers);

    public override object OfKeys(IReadOnlyCollection<long> keys) => JsonSerializer.Serialize(keys);

    public override object OfTexts(IReadOnlyCollection<string> texts) => JsonSerializer.Serialize(texts);

    public override object OfBytes(IReadOnlyCollection<byte[]> values) => JsonSerializer.Serialize(values.Select(Convert.ToHexString));

    public override string Rows(string parameter) => $"json_each({parameter}) r";

    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public override string InBytes(string column, string parameter) => $"{column} IN (SELECT unhex(value) FROM json_each({parameter}))";

    public override string PositionOf(string column, string parameter) =>
        $"(SELECT r.key FROM json_each({parameter}) r WHERE unhex(r.value) = {column})";

    public override string Holds(string column, string parameter) => $"instr({column}, {parameter}) > 0";

    public override string EndsWith(string column, string parameter) => $"substr({column}, -length({parameter})) = {parameter}";

    public override string Bytes(string hex) => $"X'{hex}'";

    public override string TextBytes(string column) => $"CAST({column} AS BLOB)";

    public override string TextOf(string key) => $"CAST(substr({key}, 2) AS TEXT)";

    public override string IndexHint(string index) => $"INDEXED BY {index}";
}
