using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>An enum type: one of several names.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums"/>
public sealed class EnumType : LeafType
{
    private readonly Dictionary<string, EnumValueDefinition> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, EnumValueDefinition> _byValue = [];

    /// <summary>An enum of these values, in this order.</summary>
    public EnumType(string name, params ImmutableArray<EnumValueDefinition> values)
        : base(name)
    {
        Values = values;
        foreach (var value in values)
        {
            _byName.TryAdd(value.Name, value);
            _byValue.TryAdd(value.Value, value);
        }
    }

    /// <summary>The values, in the order given.</summary>
    public ImmutableArray<EnumValueDefinition> Values { get; }

    /// <summary>The value that documents write so; null when there is none.</summary>
    public EnumValueDefinition? FindValue(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The value that resolvers mean by <paramref name="value"/>; null when there is none.</summary>
    public EnumValueDefinition? FindByValue(object value) => _byValue.GetValueOrDefault(value);
}
