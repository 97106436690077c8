using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace VoldCms.ArchitectureTests;

/// <summary>Which public types of a room somebody outside it uses.</summary>
internal static class Shown
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> s_usedByTheHost =
    [
        .. TypesUsedBy(Rooms.Load(Rooms.Host)),
        .. TypesUsedBy(Rooms.Load(Rooms.Migrations)),
    ];

    /// <summary>Whether the host names it, or the configuration, the framework or the engine finds it by its contract.</summary>
    public static bool IsUsedElsewhere(Type type) =>
        s_usedByTheHost.Contains(type.FullName!)
        || type.Name.EndsWith("Options", StringComparison.Ordinal)
        || type.Name.EndsWith("ViewComponent", StringComparison.Ordinal);

    /// <summary>These types and all that stand in their public signatures, as far as they are of the same assembly.</summary>
    public static HashSet<Type> ReachableFrom(IEnumerable<Type> types)
    {
        var found = new HashSet<Type>();
        var waiting = new Queue<Type>(types);
        while (waiting.TryDequeue(out var type))
        {
            if (found.Add(type))
            {
                foreach (var other in SignaturesOf(type).SelectMany(Parts).Where(other => other.Assembly == type.Assembly))
                {
                    waiting.Enqueue(other);
                }
            }
        }

        return found;
    }

    private static IEnumerable<Type> SignaturesOf(Type type) =>
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetNestedTypes(),
            .. type.GetFields(Public).Select(field => field.FieldType),
            .. type.GetProperties(Public).Select(property => property.PropertyType),
            .. type.GetConstructors(Public).SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetMethods(Public)
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        ];

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static HashSet<string> TypesUsedBy(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
