using VoldCms.ContentApi.Filters;
using VoldCms.GraphQL.Errors;

namespace VoldCms.ContentApi.Requests;

/// <summary>What the API says no to: one line for people, and a code for programs, each of which stands in <c>docs/api.md</c>.</summary>
internal static class Refusal
{
    /// <summary>The exception that a resolver throws.</summary>
    /// <param name="code">Stable, such as <c>culture.invalid</c>.</param>
    /// <param name="message">What is wrong, where, and what was expected.</param>
    public static GraphQLException Of(string code, string message) => new(Error(code, message));

    /// <summary>What is read of a filter, an order or a language; a fault in it as the exception that a resolver throws.</summary>
    /// <exception cref="GraphQLException">It does not hold.</exception>
    public static T Translate<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FilterFaultException fault)
        {
            throw Of(fault.Code, fault.Message);
        }
    }

    /// <summary>The same as an entry of <c>errors</c>.</summary>
    public static GraphQLError Error(string code, string message) =>
        new(message) { Extensions = new Dictionary<string, object?> { ["code"] = code } };
}
