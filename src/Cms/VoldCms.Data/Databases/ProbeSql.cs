namespace VoldCms.Data.Databases;

/// <summary>
/// A little of all that a page is read from: the first and the last, so that a table and its indexes are walked down both sides.
/// </summary>
internal static class ProbeSql
{
    private static readonly string[] s_statements =
    [
        "SELECT name FROM tenants ORDER BY id LIMIT 100",
        "SELECT length(CAST(json AS TEXT)) FROM tenant_documents ORDER BY tenant_id, name LIMIT 3",
        "SELECT name FROM names ORDER BY id DESC LIMIT 1",
        "SELECT length(CAST(document AS TEXT)) FROM content_versions ORDER BY key LIMIT 1",
        "SELECT length(CAST(document AS TEXT)) FROM content_versions ORDER BY key DESC LIMIT 1",
        "SELECT item_key FROM field_index ORDER BY tenant_id, item_key LIMIT 1",
        """
            SELECT length(CAST(v.document AS TEXT)) FROM paths p
            JOIN content_versions v ON v.tenant_id = p.tenant_id AND v.item_key = p.item_key AND v.published
            LIMIT 1
            """,
    ];

    public static async Task ReadAsync(SqlSession session, CancellationToken cancellationToken)
    {
        foreach (var statement in s_statements)
        {
            await session.ListAsync(statement, static row => row.IsDBNull(0), cancellationToken);
        }
    }
}
