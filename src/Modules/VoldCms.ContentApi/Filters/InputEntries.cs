using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Filters;

/// <summary>Input fields and their meanings in the making; of two with one name the first stays.</summary>
internal sealed class InputEntries<TKey>
{
    private readonly List<InputValueDefinition> _inputs = [];
    private readonly Dictionary<string, TKey> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<InputValueDefinition> Inputs => _inputs;

    public IReadOnlyDictionary<string, TKey> Keys => _keys;

    public void Add(InputValueDefinition input, TKey key)
    {
        if (_keys.TryAdd(input.Name, key))
        {
            _inputs.Add(input);
        }
    }

    public void AddAll(IEnumerable<(InputValueDefinition Input, TKey Key)> all)
    {
        foreach (var (input, key) in all)
        {
            Add(input, key);
        }
    }
}
