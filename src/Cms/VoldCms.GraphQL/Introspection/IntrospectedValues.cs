using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Introspection;

/// <summary>
/// What a field of the introspection leads to: the schema is at hand before anything is run, so that what introspection would list can be
/// counted exactly.
/// </summary>
/// <param name="schema">The schema that is described.</param>
/// <param name="parent">The object whose field it is; null at the root.</param>
/// <param name="arguments">The field's.</param>
/// <returns>The objects below; none for leaves and nulls.</returns>
internal delegate IEnumerable<object> IntrospectedValues(GraphQLSchema schema, object? parent, ArgumentValues arguments);
