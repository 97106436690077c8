using System.Buffers;
using System.Collections.Immutable;
using VoldCms.ContentApi.Requests;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>An answer that is errors alone.</summary>
internal static class ErrorBody
{
    /// <param name="errors">At least one.</param>
    /// <param name="wasExecuted">Whether anything was run: <c>data</c> is null then, and else not there.</param>
    public static byte[] Of(ImmutableArray<GraphQLError> errors, bool wasExecuted = false)
    {
        var output = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(errors, output, wasExecuted);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>One error.</summary>
    /// <param name="code">Stable; it stands in <c>docs/api.md</c>.</param>
    /// <param name="message">One line.</param>
    public static byte[] Of(string code, string message) => Of([Refusal.Error(code, message)]);
}
