using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi.Http;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>A request whose parts are parameters of its address.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-GET"/>
internal static class AddressForm
{
    /// <exception cref="RequestFaultException">A parameter does not hold what it should.</exception>
    public static GraphQLHttpRequest Read(IQueryCollection parameters)
    {
        var hash = PersistedQueryExtension.FindHash(ObjectOrNone("extensions"));
        return new(One("query"), One("operationName"), ObjectOrNone("variables"), hash);

        // What is empty is as if it were not there: a form and a URL template send every parameter.
        string? One(string name) => parameters[name] is [.., { Length: > 0 } last] ? last : null;

        JsonElement ObjectOrNone(string name) => One(name) is { } json ? ReadObject(json, name) : default;
    }

    private static JsonElement ReadObject(string json, string name)
    {
        if (!StrictJson.TryParse(Encoding.UTF8.GetBytes(json), out var value, out var fault))
        {
            throw RequestFaultException.Malformed($"\"{name}\" {fault}");
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => default,
            _ => throw RequestFaultException.Malformed($"\"{name}\" must be an object."),
        };
    }
}
