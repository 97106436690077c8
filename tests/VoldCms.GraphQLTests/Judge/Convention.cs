using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQLTests.Judge;

/// <summary>What every field answers, as <c>convention.mjs</c> says, for our engine.</summary>
public static class Convention
{
    private static readonly ConcurrentDictionary<string, GraphQLSchema> s_schemas = new(StringComparer.Ordinal);

    /// <summary>The parent of the root fields.</summary>
    public static object Root { get; } = new Item(1, "");

    /// <summary>The schema of an SDL that holds, each field of it with a resolver; built once.</summary>
    public static GraphQLSchema Schema(string sdl) => s_schemas.GetOrAdd(sdl, Build);

    private static GraphQLSchema Build(string sdl)
    {
        var resolvers = new SchemaResolvers();
        var plain = GraphQLSchema.Parse(sdl);
        GraphQLSchema? schema = null;
        foreach (var type in plain.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            if (type is ObjectType objectType)
            {
                foreach (var field in objectType.Fields)
                {
                    resolvers.Add(type.Name, field.Name, Resolver(type.Name, () => schema ?? plain));
                }
            }
            else if (type is CompositeType)
            {
                resolvers.AddTypeResolver(type.Name, (objects, types) => ResolveTypes(schema ?? plain, objects, types));
            }
        }

        return schema = GraphQLSchema.Parse(sdl, resolvers);
    }

    private static void ResolveTypes(GraphQLSchema schema, ReadOnlySpan<object> objects, Span<ObjectType?> types)
    {
        for (var i = 0; i < objects.Length; i++)
        {
            types[i] = schema.FindType(((Item)objects[i]).Type) as ObjectType;
        }
    }

    private static FieldResolver Resolver(string parent, Func<GraphQLSchema> schema) =>
        (batch, _) =>
        {
            var given = Canonical(
                batch
                    .Field.Arguments.Where(argument => batch.Arguments.TryGet(argument.Name, out object? _))
                    .ToDictionary(argument => argument.Name, argument => batch.Arguments.Get<object>(argument.Name))
            );
            for (var row = 0; row < batch.Count; row++)
            {
                var name = batch.Field.Name;
                if (name.StartsWith("fail", StringComparison.Ordinal))
                {
                    batch.SetError(row, $"{parent}.{name} failed");
                }
                else
                {
                    var seed = Hash($"{batch.GetParent<Item>(row).Seed}|{parent}.{name}|{given}");
                    batch.Set(row, Answer(schema(), batch.Field.Type, name, given, seed));
                }
            }

            return default;
        };

    private static object? Answer(GraphQLSchema schema, GraphQLType declared, string field, string given, uint seed)
    {
        if (field.StartsWith("nothing", StringComparison.Ordinal) || (field.StartsWith("maybe", StringComparison.Ordinal) && seed % 2 == 0))
        {
            return null;
        }

        switch (declared.NullableType)
        {
            case ListType list:
                return Enumerable
                    .Range(0, (int)(seed % 4))
                    .Select(i => Answer(schema, list.OfType, field, given, Hash($"{seed}|{i}")))
                    .ToArray();
            case CompositeType composite:
                var names = schema.GetPossibleTypes(composite).Select(type => type.Name).Order(StringComparer.Ordinal).ToArray();
                return new Item(seed, names[seed % (uint)names.Length]);
            case EnumType enumeration:
                return enumeration.Values[(int)(seed % (uint)enumeration.Values.Length)].Value;
            default:
                return AnswerScalar(declared.UnwrappedType.Name, field, given, seed);
        }
    }

    private static object AnswerScalar(string type, string field, string given, uint seed) =>
        type switch
        {
            "Int" => (int)(seed % 2001) - 1000,
            "Float" => ((seed % 4001) - 2000.0) / 4,
            "Boolean" => seed % 2 == 1,
            "ID" => (seed % 100000).ToString(CultureInfo.InvariantCulture),
            _ => field.StartsWith("echo", StringComparison.Ordinal) ? given : $"{type} «{field}»\n{seed % 1000}",
        };

    /// <summary>FNV-1a over UTF-8, 32 bits.</summary>
    private static uint Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(0x811c9dc5, (hash, unit) => unchecked((hash ^ unit) * 0x01000193));

    private static string Canonical(object? value) =>
        value switch
        {
            null => "null",
            true => "true",
            false => "false",
            string text => $"s{Encoding.UTF8.GetByteCount(text)}:{text}",
            IReadOnlyDictionary<string, object?> fields => Canonical(fields),
            object?[] items => $"[{string.Join(',', items.Select(Canonical))}]",
            _ => CanonicalNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        };

    private static string Canonical(IReadOnlyDictionary<string, object?> fields)
    {
        var ordered = fields.OrderBy(field => field.Key, StringComparer.Ordinal);
        return $"{{{string.Join(',', ordered.Select(field => $"{field.Key}:{Canonical(field.Value)}"))}}}";
    }

    private static string CanonicalNumber(double number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
        return "n" + Convert.ToHexStringLower(bytes);
    }

    private sealed record Item(uint Seed, string Type);
}
