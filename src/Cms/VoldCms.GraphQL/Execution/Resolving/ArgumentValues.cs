using System.Collections.Immutable;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// The arguments of a field as its resolver gets them, coerced and with defaults. Lists are <c>object?[]</c>, input objects are
/// <see cref="IReadOnlyDictionary{TKey, TValue}"/> from name to value, enums what their value stands for. Immutable.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
public sealed class ArgumentValues
{
    internal static readonly ArgumentValues None = new([], [], []);

    private readonly ImmutableArray<InputValueDefinition> _definitions;
    private readonly object?[] _values;
    private readonly bool[] _isGiven;

    internal ArgumentValues(ImmutableArray<InputValueDefinition> definitions, object?[] values, bool[] isGiven)
    {
        _definitions = definitions;
        _values = values;
        _isGiven = isGiven;
    }

    /// <summary>The value of an argument; the default of <typeparamref name="T"/> when it is null or was not given.</summary>
    /// <exception cref="InvalidCastException">The argument's type means another .NET type.</exception>
    public T? Get<T>(string name) => TryGet(name, out var value) && value is not null ? (T)value : default;

    /// <summary>Whether the argument was given or has a default, and what it is; it may be null.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < _definitions.Length; i++)
        {
            if (_definitions[i].Name == name)
            {
                value = _values[i];
                return _isGiven[i];
            }
        }

        value = null;
        return false;
    }
}
