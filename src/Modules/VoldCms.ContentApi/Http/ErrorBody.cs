using System.Buffers;
using System.Collections.Immutable;
using VoldCms.ContentApi.Resolving;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Http;

/// <summary>An answer that is errors alone: nothing was run, so there is no <c>data</c>.</summary>
internal static class ErrorBody
{
    public static byte[] Of(ImmutableArray<GraphQLError> errors)
    {
        var output = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(errors, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>One error.</summary>
    /// <param name="code">Stable; it stands in <c>docs/api.md</c>.</param>
    /// <param name="message">One line.</param>
    public static byte[] Of(string code, string message) => Of([Refusal.Error(code, message)]);
}
