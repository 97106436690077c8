using System.Text.Json.Nodes;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Items;

/// <summary>A field that is one stored value or a list of texts.</summary>
internal static class StoredLeaf
{
    /// <param name="name">The field's name.</param>
    /// <param name="kind">What is stored.</param>
    /// <param name="find">Where it is stored; null when it is not there.</param>
    /// <param name="description">For the schema's readers.</param>
    public static FieldDefinition Define<TParent>(string name, StoredKind kind, Func<TParent, JsonNode?> find, string? description = null)
    {
        var (type, resolver) = kind switch
        {
            StoredKind.TextList => (ScalarType.String.List(), Resolve.Value((TParent parent) => LenientJson.Texts(find(parent)))),
            StoredKind.Boolean => (ScalarType.Boolean, Resolve.Value((TParent parent) => LenientJson.Boolean(find(parent)))),
            StoredKind.Number => (ApiScalars.Decimal, Resolve.Value((TParent parent) => LenientJson.Number(find(parent)))),
            StoredKind.Date => (ApiScalars.Date, Resolve.Value((TParent parent) => LenientJson.Date(find(parent)))),
            StoredKind.DateTime => (ApiScalars.DateTime, Resolve.Value((TParent parent) => LenientJson.Text(find(parent)))),
            StoredKind.Time => (ApiScalars.TimeSpan, Resolve.Value((TParent parent) => LenientJson.Text(find(parent)))),
            _ => ((GraphQLType)ScalarType.String, Resolve.Value((TParent parent) => LenientJson.Text(find(parent)))),
        };
        return new(name, type) { Description = description, Resolver = resolver };
    }
}
