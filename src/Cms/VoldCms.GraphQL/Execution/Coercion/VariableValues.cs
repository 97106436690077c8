using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace VoldCms.GraphQL.Execution;

/// <summary>The coerced variables of one request. A variable that was not given and has no default has no entry.</summary>
internal sealed class VariableValues
{
    public static readonly VariableValues Empty = new();

    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _raw = new(StringComparer.Ordinal);

    public void Add(string name, object? value, JsonElement? raw)
    {
        _values[name] = value;
        if (raw is { } json)
        {
            _raw[name] = json;
        }
    }

    public bool TryGet(string name, out object? value) => _values.TryGetValue(name, out value);

    /// <summary>The value as the client sent it, for a variable inside a custom scalar's literal.</summary>
    public bool TryGetRaw(string name, [NotNullWhen(true)] out JsonElement raw) => _raw.TryGetValue(name, out raw);
}
