using System.Text.Json;
using VoldCms.Testing.Node;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The reference implementation and its audits (npm <c>graphql</c>, <c>graphql-http</c>).</summary>
internal static class Judge
{
    private static readonly NodeFolder s_folder = new("ContentApi", "Judge");

    /// <summary>The JSON that <c>judge.mjs</c> prints.</summary>
    public static async Task<JsonElement> AskAsync(CancellationToken cancellationToken, params string[] arguments) =>
        JsonSerializer.Deserialize<JsonElement>(await s_folder.RunAsync(cancellationToken, ["judge.mjs", .. arguments]));
}
