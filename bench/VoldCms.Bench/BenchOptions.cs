using System.Globalization;

namespace VoldCms.Bench;

/// <summary>What the run was asked for.</summary>
/// <param name="Large">How many items the large tenant has.</param>
/// <param name="Cap">The store's count cap; null for its default.</param>
/// <param name="PostgreSql">A connection string to an empty database; null to leave PostgreSQL out.</param>
/// <param name="Sqlite">False to leave SQLite out.</param>
/// <param name="OnlyOrders">Nothing but the orders that the API offers.</param>
internal sealed record BenchOptions(int Large, string? Cap, string? PostgreSql, bool Sqlite, bool OnlyOrders)
{
    public const int Small = 1_000;

    public static BenchOptions Read(string[] args)
    {
        var options = new BenchOptions(100_000, null, null, Sqlite: true, OnlyOrders: false);
        for (var index = 0; index + 1 < args.Length; index += 2)
        {
            options = args[index] switch
            {
                "--large" => options with { Large = int.Parse(args[index + 1], CultureInfo.InvariantCulture) },
                "--cap" => options with { Cap = args[index + 1] },
                "--sqlite" => options with { Sqlite = bool.Parse(args[index + 1]) },
                "--postgres" => options with { PostgreSql = args[index + 1] },
                "--orders" => options with { OnlyOrders = bool.Parse(args[index + 1]) },
                var unknown => throw new ArgumentException(
                    $"'{unknown}' is not an option; expected --large, --cap, --sqlite, --postgres or --orders."
                ),
            };
        }

        return options;
    }
}
