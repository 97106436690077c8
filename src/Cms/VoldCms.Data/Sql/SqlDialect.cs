using System.Text.Json;

namespace VoldCms.Data.Sql;

/// <summary>The words that the databases do not share. Every list is one parameter, every value is bytes. Thread-safe.</summary>
internal abstract class SqlDialect
{
    public abstract object OfNumbers(IReadOnlyCollection<int> numbers);

    public abstract object OfKeys(IReadOnlyCollection<long> keys);

    public abstract object OfTexts(IReadOnlyCollection<string> texts);

    public abstract object OfBytes(IReadOnlyCollection<byte[]> values);

    /// <summary>Rows of as many numbers each, for <see cref="Rows"/>: one text on both databases.</summary>
    public static string OfRows(IEnumerable<long[]> rows) => JsonSerializer.Serialize(rows);

    /// <summary>What stands behind FROM to read such rows, called <c>r</c>.</summary>
    public abstract string Rows(string parameter);

    /// <summary>A number of such a row, by its place.</summary>
    public static string InRow(int index) => $"CAST(r.value ->> {index} AS BIGINT)";

    /// <summary>Whether the columns together are one of such rows.</summary>
    public string InRows(string parameter, params string[] columns)
    {
        var numbers = string.Join(", ", columns.Select((_, index) => InRow(index)));
        return $"({string.Join(", ", columns)}) IN (SELECT {numbers} FROM {Rows(parameter)})";
    }

    /// <summary>Whether the column is one of a list of numbers or texts.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>Whether the column is one of a list of byte strings.</summary>
    public abstract string InBytes(string column, string parameter);

    /// <summary>Where the column's bytes stand in a list of byte strings; null when they do not.</summary>
    public abstract string PositionOf(string column, string parameter);

    /// <summary>Whether the bytes hold the parameter's somewhere.</summary>
    public abstract string Holds(string column, string parameter);

    /// <summary>Whether the bytes end in the parameter's, which are not empty.</summary>
    public abstract string EndsWith(string column, string parameter);

    /// <summary>A constant.</summary>
    public abstract string Bytes(string hex);

    /// <summary>A text's UTF-8, which sorts alike everywhere.</summary>
    public abstract string TextBytes(string column);

    /// <summary>The text in an index key, without the byte that says that it is one.</summary>
    public abstract string TextOf(string key);

    /// <summary>Holds the planner to an index, where the database lets itself be told.</summary>
    public abstract string IndexHint(string index);
}
