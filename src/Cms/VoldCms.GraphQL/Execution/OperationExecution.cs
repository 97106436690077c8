using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>Runs one planned operation, level by level: every field of every batch of objects once, then the batches below.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Operations"/>
internal sealed class OperationExecution(
    ExecutionState state,
    GraphQLSource source,
    GraphQLLimits limits,
    CancellationToken cancellationToken
)
{
    /// <summary>The errors, and where nulls must go because of them.</summary>
    public NullPropagation Propagation { get; } = new(state.Arena, source, limits.MaxResponseBytes);

    /// <summary>Resolves everything and settles the result; null when the whole of the data is.</summary>
    public async ValueTask<ObjectBatch?> ExecuteAsync(SelectionPlan plan, OperationType operation)
    {
        var root = state.NewBatch(plan);
        root.Add(state.Request.RootValue);
        return operation == OperationType.Mutation ? await ExecuteSeriallyAsync(root) : await ExecuteNormallyAsync(root);
    }

    private async ValueTask<ObjectBatch?> ExecuteNormallyAsync(ObjectBatch root)
    {
        await ResolveFieldsAsync(root);
        await ResolveBelowAsync();
        return !state.HasFaults || Propagation.Settle(root, 0) ? root : null;
    }

    /// <summary>All that is below one field before the next field begins; a field that makes the data null ends it.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Normal-and-Serial-Execution"/>
    private async ValueTask<ObjectBatch?> ExecuteSeriallyAsync(ObjectBatch root)
    {
        for (var i = 0; i < root.Plan.Fields.Length; i++)
        {
            await ResolveFieldAsync(root, i);
            await ResolveBelowAsync();
            if (state.HasFaults && !Propagation.Settle(root, 0, i))
            {
                return null;
            }

            state.HasFaults = false;
        }

        return root;
    }

    private async ValueTask ResolveBelowAsync()
    {
        while (state.NextLevel.Count > 0)
        {
            state.Descend();
            foreach (var batch in state.Level)
            {
                await ResolveFieldsAsync(batch);
            }
        }
    }

    private async ValueTask ResolveFieldsAsync(ObjectBatch batch)
    {
        for (var i = 0; i < batch.Plan.Fields.Length; i++)
        {
            await ResolveFieldAsync(batch, i);
        }
    }

    /// <summary><c>ExecuteField</c>, for every object of the batch at once.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#ExecuteField()"/>
    private ValueTask ResolveFieldAsync(ObjectBatch batch, int fieldIndex)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var field = batch.Plan.Fields[fieldIndex];
        if (field.EncodedTypeName is not null)
        {
            return default;
        }

        var start = state.Arena.Allocate(batch.Count);
        batch.Columns[fieldIndex] = start;
        if (!field.Arguments.TryCoerce(state.Variables, out var arguments, out var error))
        {
            FailAll(start, batch.Count, error);
            return default;
        }

        state.FieldBatch.Begin(state, batch, field, arguments, start);
        ValueTask pending;
        try
        {
            pending = (field.Definition.Resolver ?? DefaultResolver.ResolveAsync)(state.FieldBatch, cancellationToken);
            if (!pending.IsCompletedSuccessfully)
            {
                return FinishFieldAsync(pending, field, start, batch.Count);
            }

            pending.GetAwaiter().GetResult();
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            FailAll(start, batch.Count, FieldError.From(exception));
            return default;
        }

        FinishField(field, start, batch.Count);
        return default;
    }

    private async ValueTask FinishFieldAsync(ValueTask pending, FieldPlan field, int start, int count)
    {
        try
        {
            await pending;
        }
        catch (Exception exception) when (!IsCancellation(exception))
        {
            FailAll(start, count, FieldError.From(exception));
            return;
        }

        FinishField(field, start, count);
    }

    private void FinishField(FieldPlan field, int start, int count)
    {
        state.FieldBatch.End();
        state.Completion.CompleteColumn(field, start, count);
    }

    private void FailAll(int start, int count, FieldError error)
    {
        state.FieldBatch.End();
        state.HasFaults = true;
        state.Arena.Span(start, count).Fill(new Slot { Reference = error });
    }

    private bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
