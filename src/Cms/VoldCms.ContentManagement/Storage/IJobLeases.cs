namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// One lock a job across all nodes of the installation. A node that dies while it holds one loses it when the lease runs out.
/// Singleton, thread-safe.
/// </summary>
public interface IJobLeases
{
    /// <summary>
    /// Takes the job's lease, or prolongs the node's own.
    /// </summary>
    /// <param name="job">The job's name.</param>
    /// <param name="node">A name that no other process has.</param>
    /// <param name="duration">How long the lease holds from now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when another node holds it.</returns>
    Task<bool> TryTakeAsync(string job, string node, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives the lease back; nothing happens when the node does not hold it.</summary>
    Task ReleaseAsync(string job, string node, CancellationToken cancellationToken);
}
