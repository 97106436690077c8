namespace VoldCms.Data.Databases;

/// <summary>Brings the database to this build's schema before anything else is done. Singleton, thread-safe.</summary>
public sealed class DatabaseMigrator
{
    private readonly Database _database;

    internal DatabaseMigrator(Database database) => _database = database;

    /// <summary>
    /// Makes the database if it is not there and applies what migrations are missing; two processes may come at once.
    /// </summary>
    /// <exception cref="ContentManagement.Storage.StoreUnavailableException">
    /// The database cannot be reached or made, is damaged, lost, or of a newer version.
    /// </exception>
    public Task RunAsync(CancellationToken cancellationToken) => _database.MigrateAsync(mayBeginAnew: false, cancellationToken);

    /// <summary>The same before a restore: an empty database may be made where there was one with content.</summary>
    /// <exception cref="ContentManagement.Storage.StoreUnavailableException">As <see cref="RunAsync"/>, but for a lost one.</exception>
    public Task RunForRestoreAsync(CancellationToken cancellationToken) => _database.MigrateAsync(mayBeginAnew: true, cancellationToken);

    /// <summary>
    /// Takes away the database that this process has made where none was, after a command that was refused: not one in which a tenant is,
    /// nor one that another process uses. Nothing of the store may be used after it.
    /// </summary>
    public Task TakeBackAsync(CancellationToken cancellationToken) => _database.TakeBackAsync(cancellationToken);
}
