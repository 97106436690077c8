namespace VoldCms.GraphQL.Execution;

/// <summary>Makes resolvers of plain functions. Stateless; safe from any thread.</summary>
public static class Resolve
{
    /// <summary>
    /// A field that is read from its parent: <c>Resolve.Value((Article article) => article.Title)</c>. Nothing is allocated a row; an
    /// exception is the error of its row only.
    /// </summary>
    public static FieldResolver Value<TParent, TValue>(Func<TParent, TValue> read) =>
        (batch, _) =>
        {
            var parents = batch.Parents;
            var slots = batch.Slots;
            for (var row = 0; row < slots.Length; row++)
            {
                try
                {
                    slots[row] = Slot.From(read((TParent)parents[row]!));
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    slots[row] = new Slot { Reference = FieldError.From(exception) };
                }
            }

            return default;
        };

    /// <summary>As <see cref="Value{TParent, TValue}(Func{TParent, TValue})"/>, with the field's arguments.</summary>
    public static FieldResolver Value<TParent, TValue>(Func<TParent, ArgumentValues, TValue> read) =>
        (batch, cancellationToken) =>
        {
            var arguments = batch.Arguments;
            return Value((TParent parent) => read(parent, arguments))(batch, cancellationToken);
        };

    /// <summary>A field that is the same for every parent, such as one of the query type.</summary>
    public static FieldResolver Root<TValue>(Func<FieldBatch, CancellationToken, ValueTask<TValue>> read) =>
        async (batch, cancellationToken) =>
        {
            var value = await read(batch, cancellationToken);
            for (var row = 0; row < batch.Count; row++)
            {
                batch.Set(row, value);
            }
        };

    /// <summary>As <see cref="Root{TValue}(Func{FieldBatch, CancellationToken, ValueTask{TValue}})"/>, without waiting.</summary>
    public static FieldResolver Root<TValue>(Func<FieldBatch, TValue> read) =>
        (batch, _) =>
        {
            var value = read(batch);
            for (var row = 0; row < batch.Count; row++)
            {
                batch.Set(row, value);
            }

            return default;
        };
}
