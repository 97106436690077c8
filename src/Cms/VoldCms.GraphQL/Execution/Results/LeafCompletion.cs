using System.Globalization;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>Result coercion of scalars and enums, a column at a time. What is of its type already is not touched.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Result-Coercion-and-Serialization"/>
internal static class LeafCompletion
{
    /// <summary>Coerces every slot; whether any is now an error, or null although <paramref name="isNonNull"/>.</summary>
    public static bool Complete(Span<Slot> slots, LeafType type, bool isNonNull)
    {
        var builtIn = type is ScalarType { IsBuiltIn: true } scalar ? scalar : null;
        var hasFaults = false;
        foreach (ref var slot in slots)
        {
            if (slot.Reference is null)
            {
                hasFaults |= isNonNull;
            }
            else if (builtIn is not null && builtIn.TryCompleteResult(ref slot))
            {
                // The common case: nothing to catch, because the built-in scalars do not throw.
            }
            else if (slot.Reference is FieldError || !TryComplete(ref slot, type))
            {
                hasFaults = true;
            }
        }

        return hasFaults;
    }

    private static bool TryComplete(ref Slot slot, LeafType type)
    {
        try
        {
            if (slot.Reference is ValueType boxed)
            {
                // The specification's own scalars have no decimals.
                slot = boxed is decimal number && type is ScalarType { IsBuiltIn: true } ? Slot.Of((double)number) : Slot.Unbox(boxed);
            }

            if (type is EnumType @enum ? TryCompleteEnum(ref slot, @enum) : ((ScalarType)type).TryCompleteResult(ref slot))
            {
                return true;
            }

            slot = new Slot
            {
                Reference = new FieldError($"{type} cannot represent {Describe(slot)}.") { Rule = FieldError.CompleteValue },
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            slot = new Slot { Reference = FieldError.From(exception) };
        }

        return false;
    }

    private static bool TryCompleteEnum(ref Slot slot, EnumType type)
    {
        if (ToObject(slot) is not { } value || type.FindByValue(value) is not { } found)
        {
            return false;
        }

        slot = new Slot { Reference = found.Name };
        return true;
    }

    /// <summary>The value as an object: for custom scalars and enums.</summary>
    public static object? ToObject(in Slot slot) =>
        slot.Reference switch
        {
            SlotKind kind when ReferenceEquals(kind, SlotKind.Int) => slot.Bits is >= int.MinValue and <= int.MaxValue
                ? (object)(int)slot.Bits
                : slot.Bits,
            SlotKind kind when ReferenceEquals(kind, SlotKind.Float) => BitConverter.Int64BitsToDouble(slot.Bits),
            SlotKind kind when ReferenceEquals(kind, SlotKind.Boolean) => slot.Bits != 0,
            byte[] text => System.Text.Encoding.UTF8.GetString(text, slot.Pair.First, slot.Pair.Second),
            var reference => reference,
        };

    private static string Describe(in Slot slot) =>
        ToObject(slot) switch
        {
            string text => $"the text \"{text}\"",
            bool or int or long or double => Convert.ToString(ToObject(slot), CultureInfo.InvariantCulture) ?? "",
            SlotKind => "a list",
            _ => "the value",
        };
}
