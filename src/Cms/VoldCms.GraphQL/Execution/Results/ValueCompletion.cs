using System.Collections;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Turns what resolvers returned into values of the response: leaves are coerced, lists are laid out in the arena, objects join the
/// next level's batches. Whole columns at a time; types of abstract fields are resolved for the column at once.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CompleteValue()"/>
internal sealed class ValueCompletion(ExecutionState state)
{
    private readonly List<int> _abstract = [];
    private object[] _objects = new object[16];
    private ObjectType?[] _types = new ObjectType?[16];

    /// <summary>An unusually large work space is not kept for the next request.</summary>
    public void Reset()
    {
        if (_objects.Length > 4096)
        {
            _objects = new object[16];
            _types = new ObjectType?[16];
        }
    }

    /// <summary>Completes the column of <paramref name="field"/> that starts at <paramref name="start"/>.</summary>
    public void CompleteColumn(FieldPlan field, int start, int count)
    {
        if (field.Leaf is { } leaf)
        {
            state.HasFaults |= LeafCompletion.Complete(state.Arena.Span(start, count), leaf, field.Definition.Type is NonNullType);
            return;
        }

        for (var i = start; i < start + count; i++)
        {
            Complete(field, i, field.Definition.Type);
        }

        if (_abstract.Count > 0)
        {
            ResolveAbstractTypes(field);
        }
    }

    private void Complete(FieldPlan field, int index, GraphQLType type)
    {
        var slot = state.Arena[index];
        if (slot.Reference is null or FieldError)
        {
            state.HasFaults |= slot.Reference is FieldError || type is NonNullType;
            return;
        }

        switch (type.NullableType)
        {
            case ListType list:
                CompleteList(field, index, list);
                break;
            case ObjectType objectType:
                AddObject(field, index, objectType);
                break;
            case LeafType leaf:
                state.HasFaults |= LeafCompletion.Complete(state.Arena.Span(index, 1), leaf, type is NonNullType);
                break;
            default:
                _abstract.Add(index);
                break;
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#CompleteListValue()"/>
    private void CompleteList(FieldPlan field, int index, ListType type)
    {
        try
        {
            if (!TryLayOut(index))
            {
                Fail(index, new FieldError("A list was expected.") { Rule = FieldError.CompleteValue });
                return;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A sequence is the resolver's code too: it may fail when its items are asked for.
            Fail(index, FieldError.From(exception));
            return;
        }

        var (start, count) = state.Arena[index].Pair;
        if (type.OfType.NullableType is LeafType leaf)
        {
            state.HasFaults |= LeafCompletion.Complete(state.Arena.Span(start, count), leaf, type.OfType is NonNullType);
            return;
        }

        for (var i = start; i < start + count; i++)
        {
            Complete(field, i, type.OfType);
        }
    }

    /// <summary>Copies a list's items into the arena, unless the resolver did so itself.</summary>
    private bool TryLayOut(int index)
    {
        var arena = state.Arena;
        var value = arena[index].Reference;
        int start;
        switch (value)
        {
            case SlotKind kind:
                return ReferenceEquals(kind, SlotKind.List);
            case string or null:
                return false;
            case IReadOnlyList<object?> items:
                start = arena.Allocate(items.Count);
                for (var i = 0; i < items.Count; i++)
                {
                    arena[start + i] = Slot.Unbox(items[i]);
                }

                arena[index] = Slot.OfPair(SlotKind.List, start, items.Count);
                return true;
            case IDictionary or IReadOnlyDictionary<string, object?>:
                return false;
            case IEnumerable items:
                var slots = new List<Slot>();
                foreach (var item in items)
                {
                    slots.Add(Slot.Unbox(item));
                }

                start = arena.Allocate(slots.Count);
                slots.CopyTo(arena.Span(start, slots.Count));
                arena[index] = Slot.OfPair(SlotKind.List, start, slots.Count);
                return true;
            default:
                return false;
        }
    }

    private void AddObject(FieldPlan field, int index, ObjectType type)
    {
        if (LeafCompletion.ToObject(state.Arena[index]) is not { } source || ReferenceEquals(source, SlotKind.List))
        {
            Fail(index, new FieldError($"An object of type {type} was expected.") { Rule = FieldError.CompleteValue });
            return;
        }

        var batch = state.NextBatch(field.GetSelection(type));
        state.Arena[index] = Slot.OfPair(batch, 0, batch.Add(source));
    }

    /// <seealso href="https://spec.graphql.org/September2025/#ResolveAbstractType()"/>
    private void ResolveAbstractTypes(FieldPlan field)
    {
        var count = _abstract.Count;
        if (_objects.Length < count)
        {
            _objects = new object[2 * count];
            _types = new ObjectType?[2 * count];
        }

        for (var i = 0; i < count; i++)
        {
            _objects[i] = LeafCompletion.ToObject(state.Arena[_abstract[i]]) ?? throw new InvalidOperationException("A null has no type.");
        }

        var composite = field.Composite ?? throw new InvalidOperationException("A leaf has no type to resolve.");
        Exception? failure = null;
        try
        {
            (composite.ResolveTypes ?? ResolveByDefault)(_objects.AsSpan(0, count), _types.AsSpan(0, count));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = exception;
        }

        for (var i = 0; i < count; i++)
        {
            if (failure is not null)
            {
                Fail(_abstract[i], FieldError.From(failure));
            }
            else if (_types[i] is { } type && state.Schema.IsSubType(composite, type))
            {
                AddObject(field, _abstract[i], type);
            }
            else
            {
                Fail(
                    _abstract[i],
                    new FieldError($"The object is of no type that {composite} may be.") { Rule = FieldError.CompleteValue }
                );
            }
        }

        Array.Clear(_objects, 0, count);
        Array.Clear(_types, 0, count);
        _abstract.Clear();

        void ResolveByDefault(ReadOnlySpan<object> objects, Span<ObjectType?> types)
        {
            var possible = state.Schema.GetPossibleTypes(composite);
            for (var i = 0; i < objects.Length; i++)
            {
                var value = objects[i];
                types[i] =
                    DefaultResolver.TryRead(value, "__typename", out var name) && name?.ToString() is { } typeName
                        ? state.Schema.FindType(typeName) as ObjectType
                        : possible.FirstOrDefault(type => type.IsTypeOf?.Invoke(value) == true);
            }
        }
    }

    private void Fail(int index, FieldError error)
    {
        state.Arena[index] = new Slot { Reference = error };
        state.HasFaults = true;
    }
}
