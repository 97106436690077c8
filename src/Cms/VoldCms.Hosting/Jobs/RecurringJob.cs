using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Jobs;

/// <summary>
/// Work that is done again and again for every running tenant, on one node at a time.
/// </summary>
/// <param name="Name">Unique; the lock across nodes bears it.</param>
/// <param name="Interval">From the beginning of one round to that of the next; at least a second.</param>
/// <param name="RunAsync">
/// Does one tenant's round in a scope of its own, whose tenant is set and whose principal is the system. What it throws is logged
/// and stops neither the other tenants nor the next round.
/// </param>
public sealed record RecurringJob(string Name, TimeSpan Interval, Func<IServiceProvider, CancellationToken, Task> RunAsync);

/// <summary>Registers recurring jobs.</summary>
public static class RecurringJobs
{
    /// <summary>Adds a job; its service <typeparamref name="T"/> is asked of the round's scope.</summary>
    public static IServiceCollection AddRecurringJob<T>(
        this IServiceCollection services,
        string name,
        TimeSpan interval,
        Func<T, CancellationToken, Task> run
    )
        where T : notnull =>
        services.AddSingleton(new RecurringJob(name, interval, (scope, token) => run(scope.GetRequiredService<T>(), token)));
}
