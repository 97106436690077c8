using System.Collections.Immutable;
using System.Text.Json;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// A scalar type. As it is, it takes and gives any value; derive from it to say what a custom scalar accepts and what it means
/// to resolvers. Implementations must be safe from any thread and must not throw for any input.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars"/>
public class ScalarType(string name) : LeafType(name)
{
    /// <summary><c>Int</c>: a 32-bit integer; an <see cref="int"/> to resolvers.</summary>
    public static ScalarType Int { get; } = new IntType();

    /// <summary><c>Float</c>: a finite double; a <see cref="double"/> to resolvers.</summary>
    public static ScalarType Float { get; } = new FloatType();

    /// <summary><c>String</c>: text; a <see cref="string"/> to resolvers.</summary>
    public static ScalarType String { get; } = new StringType();

    /// <summary><c>Boolean</c>; a <see cref="bool"/> to resolvers.</summary>
    public static ScalarType Boolean { get; } = new BooleanType();

    /// <summary><c>ID</c>: an opaque key; a <see cref="string"/> to resolvers, written as string whatever it was given as.</summary>
    public static ScalarType Id { get; } = new IdType();

    /// <summary>The five scalars of the specification.</summary>
    public static ImmutableArray<ScalarType> BuiltIn { get; } = [Int, Float, String, Boolean, Id];

    /// <summary>Where the scalar's format is specified (<c>@specifiedBy</c>); null when nowhere.</summary>
    public string? SpecifiedByUrl { get; init; }

    /// <summary>What a value must be, for errors, to be read after "expected": form and bounds. Null when the name says it all.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether it is one of the five scalars of the specification.</summary>
    public bool IsBuiltIn => this is IntType or FloatType or StringType or BooleanType or IdType;

    /// <summary>Coerces a variable's value, never null, to what resolvers get; false when it is none of this type.</summary>
    public virtual bool TryParseValue(JsonElement input, out object? value)
    {
        value = PlainValue.From(input);
        return true;
    }

    /// <summary>
    /// Coerces a literal, never null, without variables, to what resolvers get; false when it is none of this type.
    /// </summary>
    public virtual bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = PlainValue.From(literal);
        return true;
    }

    /// <summary>
    /// Coerces a resolver's result, never null, to what is written: a string, bool, number, <see cref="JsonElement"/>, list or
    /// dictionary with string keys; false when it is none of this type.
    /// </summary>
    public virtual bool TrySerialize(object value, out object? result)
    {
        result = value;
        return true;
    }

    /// <summary>Result coercion in place; the built-in scalars do it without boxing.</summary>
    internal virtual bool TryCompleteResult(ref Slot slot)
    {
        if (LeafCompletion.ToObject(slot) is not { } value || !TrySerialize(value, out var result) || result is null)
        {
            return false;
        }

        slot = Slot.Unbox(result);
        return !ReferenceEquals(slot.Reference, SlotKind.Float) || double.IsFinite(BitConverter.Int64BitsToDouble(slot.Bits));
    }
}
