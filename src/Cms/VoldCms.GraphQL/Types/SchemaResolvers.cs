namespace VoldCms.GraphQL.Types;

/// <summary>
/// What a schema read from a document needs from code: its scalars' behaviour and how to tell its types apart. Not safe for
/// concurrent change; a schema takes what it needs when it is built.
/// </summary>
public sealed class SchemaResolvers
{
    private readonly Dictionary<string, ScalarType> _scalars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<object, bool>> _isTypeOf = new(StringComparer.Ordinal);

    /// <summary>Gives the scalar of that name its behaviour; description and <c>@specifiedBy</c> are the instance's, not the document's.</summary>
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

    internal ScalarType? FindScalar(string name) => _scalars.GetValueOrDefault(name);

    internal Func<object, bool>? FindIsTypeOf(string name) => _isTypeOf.GetValueOrDefault(name);
}
