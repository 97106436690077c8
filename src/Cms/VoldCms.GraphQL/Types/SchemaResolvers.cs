using VoldCms.GraphQL.Execution;

namespace VoldCms.GraphQL.Types;

/// <summary>
/// What a schema read from a document needs from code: resolvers, its scalars' behaviour, and how to tell its types apart. Not safe for
/// concurrent change; a schema takes what it needs when it is built.
/// </summary>
public sealed class SchemaResolvers
{
    private readonly Dictionary<(string Type, string Field), FieldResolver> _fields = [];
    private readonly Dictionary<string, TypeResolver> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarType> _scalars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<object, bool>> _isTypeOf = new(StringComparer.Ordinal);

    /// <summary>Says how a field is resolved.</summary>
    public SchemaResolvers Add(string typeName, string fieldName, FieldResolver resolver)
    {
        _fields[(typeName, fieldName)] = resolver;
        return this;
    }

    /// <summary>Says how the objects of an interface or union are told apart.</summary>
    public SchemaResolvers AddTypeResolver(string typeName, TypeResolver resolver)
    {
        _types[typeName] = resolver;
        return this;
    }

    /// <summary>
    /// Gives the scalar of that name its behaviour; description and <c>@specifiedBy</c> are the instance's, not the document's.
    /// </summary>
    public SchemaResolvers AddScalar(ScalarType scalar)
    {
        _scalars[scalar.Name] = scalar;
        return this;
    }

    /// <summary>Says which objects are of the object type <paramref name="typeName"/>.</summary>
    public SchemaResolvers AddIsTypeOf(string typeName, Func<object, bool> isTypeOf)
    {
        _isTypeOf[typeName] = isTypeOf;
        return this;
    }

    internal FieldResolver? FindField(string typeName, string fieldName) => _fields.GetValueOrDefault((typeName, fieldName));

    internal TypeResolver? FindTypeResolver(string typeName) => _types.GetValueOrDefault(typeName);

    internal ScalarType? FindScalar(string name) => _scalars.GetValueOrDefault(name);

    internal Func<object, bool>? FindIsTypeOf(string name) => _isTypeOf.GetValueOrDefault(name);
}
