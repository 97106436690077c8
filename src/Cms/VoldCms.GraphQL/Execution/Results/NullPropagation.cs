using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Settles a result with errors: walks it in the order of the response, gathers each error with the path to it, and where a value must
/// not be null lets its parent be null instead. Below a position that has become null, no more errors are reported.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors"/>
internal sealed class NullPropagation(ResultArena arena, GraphQLSource source, long maxResponseBytes)
{
    // An error takes at least this beside its message: the words around it, a place and a path.
    private const int ErrorBytes = 60;

    private readonly List<PathSegment> _path = [];
    private long _bytes;

    /// <summary>The errors so far, in the order of the response.</summary>
    public ImmutableArray<GraphQLError>.Builder Errors { get; } = ImmutableArray.CreateBuilder<GraphQLError>();

    /// <summary>Settles an object; false when it must be null, because a field of it that must not be null is.</summary>
    public bool Settle(ObjectBatch batch, int row)
    {
        for (var i = 0; i < batch.Plan.Fields.Length; i++)
        {
            if (!Settle(batch, row, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Settles one field of an object; false when the object must be null because of it.</summary>
    public bool Settle(ObjectBatch batch, int row, int fieldIndex)
    {
        var field = batch.Plan.Fields[fieldIndex];
        if (field.EncodedTypeName is not null)
        {
            return true;
        }

        _path.Add(field.ResponseName);
        var isSettled = Settle(batch.Columns[fieldIndex] + row, field.Definition.Type, field);
        _path.RemoveAt(_path.Count - 1);
        return isSettled;
    }

    /// <summary>Settles the value at an index of the arena; false when it is null and must not be.</summary>
    private bool Settle(int index, GraphQLType type, FieldPlan field)
    {
        var slot = arena[index];
        var isExplained = false;
        switch (slot.Reference)
        {
            case FieldError error:
                Report(field, error);
                isExplained = true;
                break;
            case SlotKind kind when ReferenceEquals(kind, SlotKind.List):
                isExplained = !SettleItems(slot, type, field);
                break;
            case ObjectBatch batch:
                isExplained = !Settle(batch, slot.Pair.Second);
                break;
        }

        if (isExplained)
        {
            arena[index] = default;
        }

        if (type is not NonNullType || arena[index].Reference is not null)
        {
            return true;
        }

        if (!isExplained)
        {
            Report(
                field,
                new FieldError($"{field.Parent}.{field.Definition.Name} is null, which {type} does not allow.")
                {
                    Rule = FieldError.CompleteValue,
                }
            );
        }

        return false;
    }

    private bool SettleItems(Slot list, GraphQLType type, FieldPlan field)
    {
        var (start, count) = list.Pair;
        var itemType = ((ListType)type.NullableType).OfType;
        for (var i = 0; i < count; i++)
        {
            _path.Add(i);
            var isSettled = Settle(start + i, itemType, field);
            _path.RemoveAt(_path.Count - 1);
            if (!isSettled)
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="ResponseTooLargeException">The errors alone are more than a response may hold.</exception>
    private void Report(FieldPlan field, FieldError error)
    {
        _bytes += error.Message.Length + ErrorBytes;
        if (_bytes > maxResponseBytes)
        {
            throw new ResponseTooLargeException(maxResponseBytes);
        }

        ReadOnlySpan<SourceSpan> spans = error.Span is { } span ? [span] : [.. field.Nodes.Select(node => node.Span)];
        Errors.Add(
            source.ErrorAt(error.Message, spans) with
            {
                Path = [.. _path],
                Extensions = error.Extensions,
                Rule = error.Rule,
                Exception = error.Exception,
            }
        );
    }
}
