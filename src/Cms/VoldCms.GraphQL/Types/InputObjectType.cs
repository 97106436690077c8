using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>An input object type. The fields are given as a function, called once when a schema is made.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects"/>
public sealed class InputObjectType(string name, Func<IEnumerable<InputValueDefinition>> fields) : NamedType(name)
{
    private readonly Lazy<ImmutableArray<InputValueDefinition>> _fields = new(() => [.. fields()]);
    private Dictionary<string, InputValueDefinition>? _byName;

    /// <summary>The fields, in the order given.</summary>
    public ImmutableArray<InputValueDefinition> Fields => _fields.Value;

    /// <summary>Whether exactly one field must be given, and not null: <c>@oneOf</c>.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects"/>
    public bool IsOneOf { get; init; }

    /// <summary>The field of that name; null when there is none.</summary>
    public InputValueDefinition? FindField(string name) => (_byName ??= Index()).GetValueOrDefault(name);

    internal override void Complete() => _byName ??= Index();

    private Dictionary<string, InputValueDefinition> Index()
    {
        var byName = new Dictionary<string, InputValueDefinition>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            byName.TryAdd(field.Name, field);
        }

        return byName;
    }
}
