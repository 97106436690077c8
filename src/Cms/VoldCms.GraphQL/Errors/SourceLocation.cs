namespace VoldCms.GraphQL.Errors;

/// <summary>
/// A place in a source as people count: both numbers begin at 1. A column is a UTF-16 code unit, as editors count them.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format"/>
public readonly record struct SourceLocation(int Line, int Column);
