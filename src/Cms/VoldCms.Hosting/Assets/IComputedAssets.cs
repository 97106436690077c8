namespace VoldCms.Hosting.Assets;

/// <summary>
/// Assets that are made while the program runs, such as a tenant's colours. Their names carry a hash of the content, and any
/// node can make any of them. Singleton, thread-safe.
/// </summary>
public interface IComputedAssets
{
    /// <summary>Null when the name is none of these, or no longer.</summary>
    ValueTask<Asset?> FindAsync(string file, CancellationToken cancellationToken);
}
