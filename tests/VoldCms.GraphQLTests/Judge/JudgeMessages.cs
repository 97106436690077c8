using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoldCms.GraphQLTests.Judge;

/// <summary>What the judge is asked to do with a document.</summary>
[JsonConverter(typeof(JudgeModeConverter))]
public enum JudgeMode
{
    Parse,
    BuildSchema,
    Validate,
    Execute,
    Introspect,
}

/// <summary>One question. <c>judge.mjs</c> says what each mode reads.</summary>
public sealed record JudgeRequest(JudgeMode Mode)
{
    public int Id { get; init; }

    public string? Schema { get; init; }

    public string? Document { get; init; }

    public JsonElement? Variables { get; init; }

    public string? OperationName { get; init; }
}

/// <summary>One error of an answer; a location is a line and a column.</summary>
public sealed record JudgeError(string Rule, string Message, int[][] Locations, JsonElement[] Path);

/// <summary>
/// The answer to the request of the same id. <see cref="Aborted"/> says that there may be more errors than those told;
/// <see cref="Failure"/> is a fault of the judge, not of the document.
/// </summary>
public sealed record JudgeAnswer(
    int Id,
    bool Accepted,
    JudgeError[]? Errors,
    bool Aborted,
    JsonElement? Data,
    string? Text,
    string? Failure
);

internal sealed class JudgeModeConverter() : JsonStringEnumConverter<JudgeMode>(JsonNamingPolicy.CamelCase);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JudgeRequest))]
[JsonSerializable(typeof(JudgeAnswer))]
internal sealed partial class JudgeJson : JsonSerializerContext;
