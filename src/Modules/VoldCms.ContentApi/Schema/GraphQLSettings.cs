namespace VoldCms.ContentApi.Schema;

// Settings objects of Orchard Core that only the API reads; their names are the keys in the definitions.

/// <summary>How a type shows in GraphQL.</summary>
internal sealed record GraphQLContentTypeSettings
{
    /// <summary>Neither a root field nor a type.</summary>
    public bool Hidden { get; init; }
}

/// <summary>How an attached part shows in GraphQL.</summary>
internal sealed record GraphQLContentTypePartSettings
{
    public bool Hidden { get; init; }

    /// <summary>The part's fields stand on the type itself.</summary>
    public bool Collapse { get; init; }

    /// <summary>A collapsed field is named part + field.</summary>
    public bool PreventFieldNameCollisions { get; init; }
}
