using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Databases;

/// <inheritdoc cref="IStoreProbe"/>
internal sealed class StoreProbe(Database database) : IStoreProbe
{
    public Task ReadAsync(CancellationToken cancellationToken) => database.ProbeAsync(cancellationToken);
}
