namespace VoldCms.Data.Model;

// The rows as EF knows them: for migrations and the simple tables. Content is read and written by the SQL in Sql/.

internal sealed class TenantRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string NameFolded { get; set; }

    public string? RequestUrlPrefix { get; set; }

    /// <summary>One host a line, lower case.</summary>
    public required string RequestUrlHosts { get; set; }

    public required string State { get; set; }

    public string? RecipeName { get; set; }

    public long Version { get; set; }

    public long ConfigurationVersion { get; set; }

    public long PublicVersion { get; set; }
}

/// <summary>Names of types, paths and cultures as numbers, folded. Number 0 is nobody's: it means "none".</summary>
internal sealed class NameRow
{
    public int Id { get; set; }

    public required string Name { get; set; }
}

internal sealed class TenantDocumentRow : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Name { get; set; }

    public required string Json { get; set; }
}

internal sealed class AuditEventRow : ITenantOwned
{
    public long Id { get; set; }

    public int TenantId { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long AtUtc { get; set; }

    public required string Action { get; set; }

    public int PrincipalKind { get; set; }

    public required string PrincipalId { get; set; }

    public required string PrincipalName { get; set; }

    public string? ContentItemId { get; set; }

    public string? VersionId { get; set; }

    public string? ContentType { get; set; }

    public string? Note { get; set; }
}

/// <summary>One version of an item: envelope columns, and the parts as one JSON document.</summary>
internal sealed class ContentVersionRow : ITenantOwned
{
    public long Key { get; set; }

    public int TenantId { get; set; }

    /// <summary>The key of the item's first version.</summary>
    public long ItemKey { get; set; }

    public required string ContentItemId { get; set; }

    public required string ItemIdFolded { get; set; }

    public required string VersionId { get; set; }

    public required string VersionIdFolded { get; set; }

    public required string ContentType { get; set; }

    public int TypeId { get; set; }

    public string? DisplayText { get; set; }

    public bool Latest { get; set; }

    public bool Published { get; set; }

    /// <summary>Ticks, UTC; so are the other times.</summary>
    public long? CreatedUtc { get; set; }

    public long? ModifiedUtc { get; set; }

    public long? PublishedUtc { get; set; }

    public required string Owner { get; set; }

    public required string Author { get; set; }

    /// <summary>Folded, as is <see cref="LocalizationSet"/>.</summary>
    public string? Culture { get; set; }

    public string? LocalizationSet { get; set; }

    public int Visibility { get; set; }

    public int WrittenBy { get; set; }

    public long? PublicFromUtc { get; set; }

    public long? PublicToUtc { get; set; }

    public required string Document { get; set; }
}

/// <summary>
/// One value of one live version, see <see cref="Sql.FieldRow"/>. Read by item through its key, by value and by order of
/// words through its two indexes.
/// </summary>
internal sealed class FieldIndexRow : ITenantOwned
{
    public int TenantId { get; set; }

    public long ItemKey { get; set; }

    public int State { get; set; }

    public int FieldId { get; set; }

    public int CultureId { get; set; }

    public int Ordinal { get; set; }

    public int TypeId { get; set; }

    public required byte[] Value { get; set; }

    public byte[]? SortKey { get; set; }

    public int Visibility { get; set; }

    /// <summary>See <see cref="Writing.Signature"/>.</summary>
    public long Signature { get; set; }
}

/// <summary>An address that an item once had in public, folded: whoever still has it is sent on.</summary>
internal sealed class FormerPathRow : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Path { get; set; }

    public required string ContentItemId { get; set; }
}

/// <summary>Which node runs a recurring job, and until when.</summary>
internal sealed class JobLeaseRow
{
    public required string Job { get; set; }

    public required string Node { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long UntilUtc { get; set; }
}

/// <summary>The address of an item in one state, folded; the key itself keeps it unique.</summary>
internal sealed class PathRow : ITenantOwned
{
    public int TenantId { get; set; }

    public int State { get; set; }

    public required string Path { get; set; }

    public long ItemKey { get; set; }

    public required string ContentItemId { get; set; }
}
