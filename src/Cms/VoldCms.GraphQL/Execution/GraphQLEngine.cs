using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Runs GraphQL requests against a schema: <see cref="TryPrepare"/> once for a document,
/// <see cref="ExecuteAsync(PreparedDocument, GraphQLRequest, IBufferWriter{byte}, CancellationToken)"/> as often as it is asked. Holds
/// nothing of a request; safe from any thread.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Execution"/>
public sealed class GraphQLEngine(GraphQLSchema schema, GraphQLLimits? limits = null, CostRules? costRules = null)
{
    /// <summary>The schema that requests are run against.</summary>
    public GraphQLSchema Schema { get; } = schema;

    /// <summary>What one request may ask.</summary>
    public GraphQLLimits Limits { get; } = limits ?? GraphQLLimits.Default;

    /// <summary>How cost is counted.</summary>
    public CostRules CostRules { get; } = costRules ?? CostRules.Default;

    /// <summary>Parses and validates a document within the limits. Nothing is resolved.</summary>
    /// <returns>Whether it can be run; if not, <paramref name="errors"/> says why.</returns>
    public bool TryPrepare(
        GraphQLSource source,
        [NotNullWhen(true)] out PreparedDocument? document,
        out ImmutableArray<GraphQLError> errors
    )
    {
        document = null;
        if (!GraphQLParser.TryParse(source, Limits, out var node, out var syntaxError))
        {
            errors = [syntaxError];
            return false;
        }

        errors = Validation.DocumentValidator.Validate(Schema, node, Limits);
        if (!errors.IsEmpty)
        {
            return false;
        }

        var conditions = ConditionVariables.Find(node);
        if (conditions.Length > ConditionVariables.Max)
        {
            var message = $"More than {ConditionVariables.Max} variables decide about selections.";
            errors = [node.Source.ErrorAt(message, conditions[^1].Span) with { Rule = "MaxConditionVariables" }];
            return false;
        }

        document = new PreparedDocument(Schema, node, [.. conditions.Select(variable => variable.Name.Value)]);
        return true;
    }

    /// <summary>
    /// Runs an operation of a prepared document and writes the response, JSON in UTF-8, to <paramref name="output"/>. What a client or a
    /// resolver can cause is in the response; nothing is written when this throws. A <see cref="ResponseBuffer"/> is written into as it is,
    /// any other output when the response is whole.
    /// </summary>
    /// <exception cref="ArgumentException">The document was prepared for another schema.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        PreparedDocument document,
        GraphQLRequest request,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        if (!ReferenceEquals(document.Schema, Schema))
        {
            throw new ArgumentException("The document was prepared for another schema.", nameof(document));
        }

        if (document.FindOperation(request.OperationName, out var error) is not { } operation)
        {
            return Refuse(output, error);
        }

        if (!operation.Variables.TryCoerce(request.Variables, Limits, out var variables, out var variableErrors))
        {
            return Refuse(output, [.. variableErrors]);
        }

        var plan = operation.Plan(variables, CostRules, out var cost);
        if (cost > Limits.MaxCost)
        {
            (cost, var dearest) = await operation.ReckonAsync(variables, CostRules, request, Limits.MaxCost, cancellationToken);
            if (cost > Limits.MaxCost)
            {
                return Refuse(output, CostExceeded(cost, dearest)) with { Cost = cost };
            }
        }

        if (request.AdmitAsync is { } admit)
        {
            await admit(cost, cancellationToken);
        }

        var state = ExecutionState.Rent(Schema, request, variables);
        var execution = new OperationExecution(state, document.Node.Source, Limits, cancellationToken);
        using var own = output is ResponseBuffer ? null : new ResponseBuffer(Limits.MaxResponseBytes);
        var written = own ?? (ResponseBuffer)output;
        ImmutableArray<GraphQLError> errors;
        try
        {
            var root = await execution.ExecuteAsync(plan, operation.Node.Operation);
            errors = execution.Propagation.Errors.ToImmutable();
            new ResponseWriter(state.Arena, written).WriteResult(root, errors, request.IncludeCost ? cost : null);
        }
        catch (ResponseTooLargeException tooLarge)
        {
            errors = [ResponseExceeded(tooLarge)];
            written.Clear();
            new ResponseWriter(state.Arena, written).WriteResult(null, errors, request.IncludeCost ? cost : null);
        }

        own?.CopyTo(output);

        // A state whose execution threw may still be in a resolver's hands; only a finished one is used again.
        state.Return();
        return new ExecutionResult
        {
            Errors = errors,
            WasExecuted = true,
            Cost = cost,
        };
    }

    /// <summary>Prepares and runs a document in one go. A document that comes again is better prepared once.</summary>
    /// <inheritdoc cref="ExecuteAsync(PreparedDocument, GraphQLRequest, IBufferWriter{byte}, CancellationToken)"/>
    public ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLSource source,
        GraphQLRequest request,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    ) =>
        TryPrepare(source, out var document, out var errors)
            ? ExecuteAsync(document, request, output, cancellationToken)
            : ValueTask.FromResult(Refuse(output, [.. errors]));

    /// <summary>Writes a response that is errors alone.</summary>
    /// <param name="errors">At least one.</param>
    /// <param name="output">Where to.</param>
    /// <param name="wasExecuted">Whether anything was run: <c>data</c> is null then, and else not there.</param>
    public static void WriteErrors(ImmutableArray<GraphQLError> errors, IBufferWriter<byte> output, bool wasExecuted = false)
    {
        if (wasExecuted)
        {
            new ResponseWriter(new ResultArena(), output).WriteResult(null, errors, cost: null);
        }
        else
        {
            ResponseWriter.WriteErrors(errors, output);
        }
    }

    private GraphQLError CostExceeded(long cost, DearField? dearest)
    {
        var extensions = new Dictionary<string, object?> { ["cost"] = cost, ["maxCost"] = Limits.MaxCost };
        if (dearest is not null)
        {
            extensions["dearestField"] = dearest.Name;
            if (dearest.FindSizeFor(Limits.MaxCost, cost) is { } size)
            {
                extensions["wouldPass"] = new Dictionary<string, object?> { [dearest.SizeArgument ?? ""] = size };
            }
        }

        return new(
            $"The operation costs {cost}, more than the {Limits.MaxCost} allowed. {dearest?.Explain(Limits.MaxCost, cost)}".TrimEnd()
        )
        {
            Rule = nameof(GraphQLLimits.MaxCost),
            Extensions = extensions,
        };
    }

    private GraphQLError ResponseExceeded(ResponseTooLargeException tooLarge) =>
        new(tooLarge.Message)
        {
            Rule = nameof(GraphQLLimits.MaxResponseBytes),
            Extensions = new Dictionary<string, object?> { ["maxResponseBytes"] = Limits.MaxResponseBytes },
            Exception = tooLarge,
        };

    private static ExecutionResult Refuse(IBufferWriter<byte> output, params IEnumerable<GraphQLError?> errors)
    {
        ImmutableArray<GraphQLError> known = [.. errors.OfType<GraphQLError>()];
        ResponseWriter.WriteErrors(known, output);
        return new ExecutionResult { Errors = known };
    }
}
