using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>The coerced variables of one request. A variable that was not given and has no default has no entry.</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues Empty = new();

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private Dictionary<string, JsonElement>? _raw;
    private Dictionary<string, ValueNode>? _defaults;

    /// <summary>A variable that the client gave.</summary>
    public void Add(string name, object? value, JsonElement raw)
    {
        _values[name] = value;
        (_raw ??= new(StringComparer.Ordinal))[name] = raw;
    }

    /// <summary>A variable that has its default.</summary>
    public void Add(string name, object? value, ValueNode literal)
    {
        _values[name] = value;
        (_defaults ??= new(StringComparer.Ordinal))[name] = literal;
    }

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);

    /// <summary>The value as the client sent it, for a variable inside a custom scalar's literal.</summary>
    public bool TryGetRaw(string name, out JsonElement raw)
    {
        raw = default;
        return _raw is not null && _raw.TryGetValue(name, out raw);
    }

    /// <summary>The literal of a variable that has its default; null when the client gave it, or nobody.</summary>
    public ValueNode? FindDefault(string name) => _defaults?.GetValueOrDefault(name);
}
