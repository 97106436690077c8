using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Resolves one field for every object that the level of a query has: one call, whatever the number of parents. It sets a result or an
/// error for each row; a row it leaves alone is null. What it throws becomes the error of every row.
/// Resolvers of one request are called one after the other, never at once.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Fields"/>
public delegate ValueTask FieldResolver(FieldBatch batch, CancellationToken cancellationToken);

/// <summary>
/// Says of which type each object in an interface or union is, for all objects of a field at once. A type left null is an error of its row.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#ResolveAbstractType()"/>
public delegate void TypeResolver(ReadOnlySpan<object> objects, Span<ObjectType?> types);
