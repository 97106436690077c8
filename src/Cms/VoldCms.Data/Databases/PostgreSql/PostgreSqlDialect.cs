using VoldCms.Data.Sql;

namespace VoldCms.Data.Databases.PostgreSql;

internal sealed class PostgreSqlDialect : SqlDialect
{
    public override object OfNumbers(IReadOnlyCollection<int> numbers) => numbers.ToArray();

    public override object OfKeys(IReadOnlyCollection<long> keys) => keys.ToArray();

    public override object OfTexts(IReadOnlyCollection<string> texts) => texts.ToArray();

    public override object OfBytes(IReadOnlyCollection<byte[]> values) => values.ToArray();

    public override string Rows(string parameter) => $"json_array_elements(CAST({parameter} AS json)) AS r(value)";

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override string InBytes(string column, string parameter) => $"{column} = ANY({parameter})";

    public override string PositionOf(string column, string parameter) => $"array_position({parameter}, {column})";

    public override string Holds(string column, string parameter) => $"position({parameter} in {column}) > 0";

    public override string EndsWith(string column, string parameter) =>
        $"substring({column} from greatest(length({column}) - length({parameter}) + 1, 1)) = {parameter}";

    public override string Bytes(string hex) => $"'\\x{hex}'::bytea";

    public override string TextBytes(string column) => $"convert_to({column}, 'UTF8')";

    public override string TextOf(string key) => $"convert_from(substring({key} from 2), 'UTF8')";

    public override string IndexHint(string index) => "";
}
