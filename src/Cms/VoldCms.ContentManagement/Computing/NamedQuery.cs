using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Computing;

/// <summary>A question that a module answers under a name, with parameters and an answer of a known shape. Immutable.</summary>
public sealed record NamedQueryDefinition
{
    /// <summary>As content types are named: a capital letter first. Unique among the modules.</summary>
    public required string Name { get; init; }

    /// <summary>In English, for the schema's readers.</summary>
    public required string Description { get; init; }

    /// <summary>The content types that a tenant must have for the question to make sense there.</summary>
    public required ImmutableArray<string> ContentTypes { get; init; }

    /// <summary>What the answer looks like.</summary>
    public required ValueShape Shape { get; init; }

    /// <summary>What a caller may pass; empty for a query without parameters.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>What asking it by name takes (<c>/api/queries</c>); as a root field it takes none of its own.</summary>
    public Permission Permission => new($"ExecuteApi_{Name}", $"Ask the named query {Name}", ["ExecuteApiAll"]);
}

/// <summary>Answers a <see cref="NamedQueryDefinition"/>. Scoped: one request, one tenant, one principal.</summary>
public interface INamedQuery
{
    /// <summary>Answers for the principal: everything is read through <see cref="Reading.ContentReader"/>.</summary>
    /// <param name="values">Of the query's parameters.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken);
}

/// <summary>What came of a named query.</summary>
/// <param name="Value">Of the query's shape; a list is whole, whoever asks cuts a page of it.</param>
/// <param name="ValidUntil">When the clock alone may change it; null when only content can. Bounds how long an answer is kept.</param>
/// <param name="Culture">The language that localized items were asked in; null when in none.</param>
public sealed record QueryAnswer(object? Value, DateTimeOffset? ValidUntil = null, string? Culture = null);
