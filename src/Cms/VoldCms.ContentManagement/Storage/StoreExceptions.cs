namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// The database cannot be reached, is too busy, or its disk has failed: nothing the caller did. The edge answers with 503.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception? innerException) : Exception(message, innerException);

/// <summary>
/// The database refused a write because it would break a rule that callers have to keep: an item's flags have moved since
/// they were loaded, or its path or version id is taken. A caller that loaded and checked in the same unit of work never sees it.
/// </summary>
public sealed class StoreConflictException(string message, Exception? innerException = null) : Exception(message, innerException);
