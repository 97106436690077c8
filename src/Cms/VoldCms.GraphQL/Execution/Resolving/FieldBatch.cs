using System.Runtime.InteropServices;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// What a resolver works on: the parents of one field on one level, a row each, and the place for their results. Valid only until the
/// resolver's task completes; not safe for use from several threads at once.
/// </summary>
public sealed class FieldBatch
{
    private ExecutionState? _state;
    private ObjectBatch? _objects;
    private FieldPlan? _field;
    private ArgumentValues _arguments = ArgumentValues.None;
    private int _start;

    internal FieldBatch() { }

    /// <summary>How many rows there are; at least one.</summary>
    public int Count => Objects.Count;

    /// <summary>The field being resolved.</summary>
    public FieldDefinition Field => Plan.Definition;

    /// <summary>The arguments, the same for every row.</summary>
    public ArgumentValues Arguments => _arguments;

    /// <summary>Which fields are asked below this one.</summary>
    public Projection Projection => new(Plan, State.Variables);

    /// <summary>What the host gave with the request: <see cref="GraphQLRequest.State"/>.</summary>
    public object? RequestState => State.Request.State;

    /// <summary>The schema being executed.</summary>
    public GraphQLSchema Schema => State.Schema;

    /// <summary>The object that each row's field belongs to; null only for a root without <see cref="GraphQLRequest.RootValue"/>.</summary>
    public ReadOnlySpan<object?> Parents => Objects.Sources;

    private ExecutionState State =>
        _state ?? throw new ObjectDisposedException(nameof(FieldBatch), "A batch lives only while its resolver runs.");

    private ObjectBatch Objects =>
        _objects ?? throw new ObjectDisposedException(nameof(FieldBatch), "A batch lives only while its resolver runs.");

    private FieldPlan Plan =>
        _field ?? throw new ObjectDisposedException(nameof(FieldBatch), "A batch lives only while its resolver runs.");

    /// <summary>The parent of a row.</summary>
    /// <exception cref="InvalidCastException">It is no <typeparamref name="T"/>.</exception>
    public T GetParent<T>(int row) => (T)Objects.Sources[row]!;

    /// <summary>
    /// Sets a row's result: a leaf's value (numbers and booleans are not boxed), an object, or a list of those (anything enumerable but
    /// a string). Null is null.
    /// </summary>
    public void Set<T>(int row, T value) => Slots[row] = Slot.From(value);

    /// <summary>Sets a row's result to text that is UTF-8 already. The memory must stay as it is until the response is written.</summary>
    public void SetUtf8(int row, ReadOnlyMemory<byte> text)
    {
        if (!MemoryMarshal.TryGetArray(text, out var segment) || segment.Array is null)
        {
            segment = text.ToArray();
        }

        Slots[row] = Slot.OfPair(segment.Array ?? [], segment.Offset, segment.Count);
    }

    /// <summary>Sets a row's result to a list, item for item, without boxing and without keeping the list.</summary>
    public void SetList<T>(int row, ReadOnlySpan<T> items)
    {
        var arena = State.Arena;
        var start = arena.Allocate(items.Length);
        var slots = arena.Span(start, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            slots[i] = Slot.From(items[i]);
        }

        Slots[row] = Slot.OfPair(SlotKind.List, start, items.Length);
    }

    /// <summary>Makes a row an error, which clients get with the path to it.</summary>
    public void SetError(int row, string message, IReadOnlyDictionary<string, object?>? extensions = null) =>
        Slots[row] = new Slot { Reference = new FieldError(message) { Extensions = extensions } };

    /// <summary>Makes a row an error from an exception: clients see the message of a <see cref="GraphQLException"/> only.</summary>
    public void SetError(int row, Exception exception) => Slots[row] = new Slot { Reference = FieldError.From(exception) };

    internal Span<Slot> Slots => State.Arena.Span(_start, Objects.Count);

    internal void Begin(ExecutionState state, ObjectBatch objects, FieldPlan field, ArgumentValues arguments, int start)
    {
        _state = state;
        _objects = objects;
        _field = field;
        _arguments = arguments;
        _start = start;
    }

    internal void End()
    {
        _state = null;
        _objects = null;
        _field = null;
        _arguments = ArgumentValues.None;
    }
}
