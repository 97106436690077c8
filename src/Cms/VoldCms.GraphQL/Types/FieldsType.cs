using System.Collections.Immutable;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// What object and interface types share: fields and the interfaces they implement. Both are given as functions, called once when a
/// schema is made, so that types may refer to each other in any order.
/// </summary>
public abstract class FieldsType : CompositeType
{
    private readonly Lazy<(ImmutableArray<FieldDefinition> Ordered, Dictionary<string, FieldDefinition> ByName)> _fields;
    private readonly Lazy<ImmutableArray<InterfaceType>> _interfaces;

    private protected FieldsType(string name, Func<IEnumerable<FieldDefinition>> fields, Func<IEnumerable<InterfaceType>>? interfaces)
        : base(name)
    {
        _fields = new(() => Index([.. fields()]));
        _interfaces = new(() => interfaces is null ? [] : [.. interfaces()]);
    }

    /// <summary>The fields, in the order given.</summary>
    public ImmutableArray<FieldDefinition> Fields => _fields.Value.Ordered;

    /// <summary>The interfaces it declares, in the order given; an interface's own interfaces must be among them.</summary>
    public ImmutableArray<InterfaceType> Interfaces => _interfaces.Value;

    /// <summary>
    /// The field of that name; null when there is none. Meta-fields are the schema's: <see cref="GraphQLSchema.FindField"/>.
    /// </summary>
    public FieldDefinition? FindField(string name) => _fields.Value.ByName.GetValueOrDefault(name);

    internal override void Complete()
    {
        _ = _fields.Value;
        _ = _interfaces.Value;
    }

    /// <summary>Of two fields with one name the first counts here; schema validation reports the other.</summary>
    private static (ImmutableArray<FieldDefinition>, Dictionary<string, FieldDefinition>) Index(ImmutableArray<FieldDefinition> fields)
    {
        var byName = new Dictionary<string, FieldDefinition>(fields.Length, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            byName.TryAdd(field.Name, field);
        }

        return (fields, byName);
    }
}
