using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// A variable where a value stands: the type that is expected there (null when nobody knows), whether that place has a default, and
/// the <c>@oneOf</c> type whose field it fills, if it does.
/// </summary>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, bool PlaceHasDefault, InputObjectType? OneOf);
