using System.Buffers;
using System.Text;
using System.Text.Json;
using VoldCms.GraphQL;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;
using Xunit;

namespace VoldCms.GraphQLTests.Execution;

/// <summary>
/// Runs documents and gives the response's text. JSON without spaces on both sides, so that tests compare what is written.
/// </summary>
internal static class ExecutionHarness
{
    /// <summary>Runs over a JSON root, which the default resolver reads.</summary>
    public static string Run(string sdl, string document, string root = "{}", string variables = "{}", string? operationName = null) =>
        Run(GraphQLSchema.Parse(sdl), document, JsonElement.Parse(root), variables, operationName);

    public static string Run(
        GraphQLSchema schema,
        string document,
        object? root = null,
        string variables = "{}",
        string? operationName = null,
        GraphQLLimits? limits = null,
        bool includeCost = false
    )
    {
        var engine = new GraphQLEngine(schema, limits);
        var request = new GraphQLRequest
        {
            RootValue = root,
            Variables = JsonElement.Parse(variables),
            OperationName = operationName,
            IncludeCost = includeCost,
        };
        var output = new ArrayBufferWriter<byte>();
        var pending = engine.ExecuteAsync(new GraphQLSource(document), request, output, TestContext.Current.CancellationToken);
        pending.AsTask().GetAwaiter().GetResult();
        var response = Encoding.UTF8.GetString(output.WrittenSpan);
        using (JsonDocument.Parse(response))
        {
            return response;
        }
    }
}
