namespace VoldCms.ContentManagement.Storage;

/// <summary>Says whether the store can be read. Thread-safe.</summary>
public interface IStoreProbe
{
    /// <summary>Reads a little of everything that a page is made of, from the store itself and not from memory.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The store cannot be reached, or what it holds is damaged; the message says what.
    /// </exception>
    Task ReadAsync(CancellationToken cancellationToken);
}
