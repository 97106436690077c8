using System.Runtime.CompilerServices;
using System.Text.Json;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// One value of the result, without boxing: <see cref="Reference"/> says what it is, <see cref="Bits"/> holds numbers and ranges.
/// <list type="table">
/// <item><term>null</term><description>null</description></item>
/// <item><term><see cref="SlotKind"/></term><description>a number or boolean, in the bits; or a list, as a range of the
/// arena</description></item>
/// <item><term><c>byte[]</c></term><description>UTF-8 text, its offset and length in the bits</description></item>
/// <item><term><see cref="ObjectBatch"/></term><description>an object, its row in the bits</description></item>
/// <item><term><see cref="FieldError"/></term><description>an error</description></item>
/// <item><term>anything else</term><description>text, or what a resolver returned and completion has not seen yet</description></item>
/// </list>
/// </summary>
internal struct Slot
{
    public object? Reference;
    public long Bits;

    public readonly (int First, int Second) Pair => ((int)(Bits >> 32), (int)Bits);

    public static Slot Of(SlotKind kind, long bits) => new() { Reference = kind, Bits = bits };

    public static Slot OfPair(object reference, int first, int second) =>
        new() { Reference = reference, Bits = ((long)first << 32) | (uint)second };

    public static Slot Of(double value) => Of(SlotKind.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A decimal keeps its digits: whole ones that fit in the bits, others as they are.</summary>
    public static Slot Of(decimal value) =>
        value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue ? Of(SlotKind.Int, (long)value) : new Slot { Reference = value };

    public static Slot Of(bool value) => Of(SlotKind.Boolean, value ? 1 : 0);

    /// <summary>Any value; what .NET holds in a number type or bool is kept unboxed. The checks on T cost nothing once compiled.</summary>
    public static Slot From<T>(T value)
    {
        if (typeof(T) == typeof(int))
        {
            return Of(SlotKind.Int, Unsafe.As<T, int>(ref value));
        }

        if (typeof(T) == typeof(long))
        {
            return Of(SlotKind.Int, Unsafe.As<T, long>(ref value));
        }

        if (typeof(T) == typeof(bool))
        {
            return Of(Unsafe.As<T, bool>(ref value));
        }

        if (typeof(T) == typeof(double))
        {
            return Of(Unsafe.As<T, double>(ref value));
        }

        return typeof(T).IsValueType || typeof(T) == typeof(object) || typeof(T) == typeof(byte[])
            ? Unbox(value)
            : new Slot { Reference = value };
    }

    /// <summary>Unpacks a boxed number, bool or JSON value, so that completion meets each in one shape only.</summary>
    public static Slot Unbox(object? value) =>
        value switch
        {
            int number => Of(SlotKind.Int, number),
            long number => Of(SlotKind.Int, number),
            bool boolean => Of(boolean),
            double number => Of(number),
            float number => Of((double)number),
            decimal number => Of(number),
            short number => Of(SlotKind.Int, number),
            byte number => Of(SlotKind.Int, number),
            sbyte number => Of(SlotKind.Int, number),
            ushort number => Of(SlotKind.Int, number),
            uint number => Of(SlotKind.Int, number),
            byte[] text => OfPair(text, 0, text.Length),
            JsonElement json => Unbox(json),
            _ => new Slot { Reference = value },
        };

    private static Slot Unbox(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => default,
            JsonValueKind.True or JsonValueKind.False => Of(json.GetBoolean()),
            JsonValueKind.String => new Slot { Reference = json.GetString() },
            JsonValueKind.Number => json.TryGetInt64(out var integer) ? Of(SlotKind.Int, integer) : Of(json.GetDouble()),
            JsonValueKind.Array => new Slot { Reference = json.EnumerateArray().Select(item => (object)item).ToArray() },
            _ => new Slot { Reference = json },
        };
}

/// <summary>What the bits of a <see cref="Slot"/> hold.</summary>
internal sealed class SlotKind
{
    /// <summary>An integer.</summary>
    public static readonly SlotKind Int = new();

    /// <summary>The bits of a double.</summary>
    public static readonly SlotKind Float = new();

    /// <summary>0 or 1.</summary>
    public static readonly SlotKind Boolean = new();

    /// <summary>A list: where it starts in the arena, and how many items it has.</summary>
    public static readonly SlotKind List = new();
}
