namespace VoldCms.Data.Databases;

/// <summary>A key that the database numbers by itself.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The key's only column.</param>
internal readonly record struct NumberedKey(string Table, string Column);
