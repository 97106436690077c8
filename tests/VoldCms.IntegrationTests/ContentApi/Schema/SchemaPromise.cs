using VoldCms.GraphQL.Types;

namespace VoldCms.IntegrationTests.ContentApi.Schema;

/// <summary>
/// What a schema promises its clients: what is there stays, under its name and type, until it has been deprecated. Additions are fine,
/// arguments and input fields that must be given excepted.
/// </summary>
internal static class SchemaPromise
{
    // They are there when something uses them.
    private static readonly string[] s_builtIn = ["Int", "Float", "String", "Boolean", "ID"];

    /// <summary>What the newer schema takes back of the older one's promises, a line each.</summary>
    public static IReadOnlyList<string> FindBroken(GraphQLSchema before, GraphQLSchema after) =>
        [
            .. before
                .Types.Where(type => !s_builtIn.Contains(type.Name))
                .SelectMany(type => after.FindType(type.Name) is { } now ? FindBroken(type, now) : [$"The type {type.Name} has gone."]),
        ];

    private static IEnumerable<string> FindBroken(NamedType before, NamedType after) =>
        (before, after) switch
        {
            (FieldsType one, FieldsType other) => one
                .Fields.Where(field => field.DeprecationReason is null)
                .SelectMany(field =>
                    other.FindField(field.Name) is { } now
                        ? FindBroken($"{one.Name}.{field.Name}", field, now)
                        : [$"The field {one.Name}.{field.Name} has gone; deprecate it first."]
                )
                .Concat(
                    one.Interfaces.Where(each => other.Interfaces.All(now => now.Name != each.Name))
                        .Select(each => $"The type {one.Name} is no {each.Name} any more.")
                ),
            (EnumType one, EnumType other) => one
                .Values.Where(value => value.DeprecationReason is null && other.FindValue(value.Name) is null)
                .Select(value => $"The value {one.Name}.{value.Name} has gone; deprecate it first."),
            (InputObjectType one, InputObjectType other) => FindBroken(one.Name, one.Fields, other.Fields),
            (UnionType one, UnionType other) => one
                .MemberTypes.Where(each => other.MemberTypes.All(now => now.Name != each.Name))
                .Select(each => $"The union {one.Name} has lost {each.Name}."),
            (ScalarType, ScalarType) => [],
            _ => [$"The type {before.Name} is of another kind."],
        };

    private static IEnumerable<string> FindBroken(string name, FieldDefinition before, FieldDefinition after)
    {
        // A client that can take null can do without it.
        if (after.Type.ToString() != before.Type.ToString() && after.Type.NullableType.ToString() != before.Type.ToString())
        {
            yield return $"The field {name} is {after.Type} and was {before.Type}.";
        }

        foreach (var broken in FindBroken(name, before.Arguments, after.Arguments))
        {
            yield return broken;
        }
    }

    private static IEnumerable<string> FindBroken(
        string owner,
        IReadOnlyList<InputValueDefinition> before,
        IReadOnlyList<InputValueDefinition> after
    )
    {
        foreach (var value in before.Where(value => value.DeprecationReason is null))
        {
            var now = after.FirstOrDefault(each => each.Name == value.Name);
            if (now is null)
            {
                yield return $"{owner}({value.Name}) has gone; deprecate it first.";
            }
            else if (now.Type.ToString() != value.Type.ToString() && now.Type.ToString() != value.Type.NullableType.ToString())
            {
                yield return $"{owner}({value.Name}) is {now.Type} and was {value.Type}.";
            }
            else if (now.DefaultValue?.ToString() != value.DefaultValue?.ToString())
            {
                yield return $"{owner}({value.Name}) has another default.";
            }
        }

        foreach (var added in after.Where(value => value.IsRequired && before.All(known => known.Name != value.Name)))
        {
            yield return $"{owner}({added.Name}) is new and must be given.";
        }
    }
}
