namespace VoldCms.GraphQL;

/// <summary>
/// How much one request may ask of the engine. Every limit is on by default, and what exceeds one is refused with an error that
/// names it, before any resolver runs; only how large the response becomes is found out while it is written. Immutable: share one instance.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public sealed record GraphQLLimits
{
    /// <summary>The limits as they are unless told otherwise.</summary>
    public static GraphQLLimits Default { get; } = new();

    /// <summary>No limit but those that protect the stack; for documents of one's own, such as a schema from a file.</summary>
    public static GraphQLLimits Trusted { get; } =
        new()
        {
            MaxDocumentBytes = int.MaxValue,
            MaxTokens = int.MaxValue,
            MaxDepth = int.MaxValue,
            MaxAliases = int.MaxValue,
            MaxFields = int.MaxValue,
            MaxComparisons = int.MaxValue,
            MaxCost = long.MaxValue,
            MaxInputValues = int.MaxValue,
            MaxResponseBytes = int.MaxValue,
        };

    /// <summary>Bytes of a document. Refused before it is read.</summary>
    /// <value>131,072 (128 KiB) unless set.</value>
    public int MaxDocumentBytes { get; init; } = 128 * 1024;

    /// <summary>Tokens of a document (punctuators, names, numbers and strings; no comments, commas or end).</summary>
    /// <value>10,000 unless set.</value>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>
    /// How deep braces and brackets may nest in a document, whatever they hold: selection sets, list and object literals, list
    /// types. It bounds the stack of everything that walks a document.
    /// </summary>
    /// <value>128 unless set.</value>
    public int MaxNesting { get; init; } = 128;

    /// <summary>How deep fields may nest in an operation, fragments followed.</summary>
    /// <value>32 unless set.</value>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Fields with an alias in an operation, fragments followed.</summary>
    /// <value>200 unless set.</value>
    public int MaxAliases { get; init; } = 200;

    /// <summary>Fields of an operation, every fragment counted wherever it is spread.</summary>
    /// <value>5,000 unless set.</value>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>Validation stops after this many errors.</summary>
    /// <value>100 unless set.</value>
    public int MaxValidationErrors { get; init; } = 100;

    /// <summary>Pairs of fields and fragments that the search for overlapping fields may compare.</summary>
    /// <value>100,000 unless set.</value>
    public int MaxComparisons { get; init; } = 100_000;

    /// <summary>
    /// The cost of an operation: its fields, each as often as the page sizes above it say (<see cref="Execution.CostRules"/>).
    /// </summary>
    /// <value>100,000 unless set.</value>
    public long MaxCost { get; init; } = 100_000;

    /// <summary>How deep lists and objects may nest in the variables of a request.</summary>
    /// <value>32 unless set.</value>
    public int MaxInputDepth { get; init; } = 32;

    /// <summary>Values in all variables of a request: every scalar, list, object and null counts one.</summary>
    /// <value>10,000 unless set.</value>
    public int MaxInputValues { get; init; } = 10_000;

    /// <summary>
    /// Bytes of a response. One that becomes larger while it is written is dropped: in its place stands an error that says so, with
    /// <c>data</c> null.
    /// </summary>
    /// <value>16,777,216 (16 MiB) unless set.</value>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;
}
