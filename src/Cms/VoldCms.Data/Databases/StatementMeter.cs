using System.Diagnostics.Metrics;

namespace VoldCms.Data.Databases;

/// <summary>
/// Counts the statements that go to the database: the instrument <c>voldcms.data.statements</c> of the meter <c>VoldCms.Data</c>. Costs
/// nothing while nobody listens. Thread-safe.
/// </summary>
internal static class StatementMeter
{
    public const string MeterName = "VoldCms.Data";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Counter<long> s_statements = s_meter.CreateCounter<long>(
        "voldcms.data.statements",
        "{statement}",
        "Statements that were sent to the database."
    );

    public static void Count() => s_statements.Add(1);
}
