namespace VoldCms.Data.Sql;

/// <summary>Statements about the leases of recurring jobs.</summary>
internal static class JobSql
{
    /// <summary>Takes the lease when it is free, run out, or the node's own; changes no row otherwise.</summary>
    public const string Take = """
        INSERT INTO job_leases (job, node, until_utc) VALUES (@job, @node, @until)
        ON CONFLICT (job) DO UPDATE SET node = excluded.node, until_utc = excluded.until_utc
        WHERE job_leases.node = excluded.node OR job_leases.until_utc <= @now
        """;

    public const string Release = "DELETE FROM job_leases WHERE job = @job AND node = @node";
}
