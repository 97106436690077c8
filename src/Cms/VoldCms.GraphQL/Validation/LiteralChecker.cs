using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// Whether a literal is of a type, variables aside: those are of whatever type their operation says. Each mistake is told with the node
/// at fault, so that one literal may have several.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
internal static class LiteralChecker
{
    /// <summary>Told for every mistake.</summary>
    public delegate void Found(SyntaxNode place, string message);

    public static void Check(ValueNode literal, GraphQLType type, Found found)
    {
        switch (literal)
        {
            case VariableNode:
                return;
            case NullValueNode when type is NonNullType:
                found(literal, $"Expected a value of type \"{type}\", not null.");
                return;
            case NullValueNode:
                return;
        }

        switch (type.NullableType)
        {
            case ListType list when literal is ListValueNode items:
                foreach (var item in items.Values)
                {
                    Check(item, list.OfType, found);
                }

                break;
            case ListType list:
                Check(literal, list.OfType, found);
                break;
            case InputObjectType input when literal is ObjectValueNode fields:
                CheckFields(fields, input, found);
                break;
            case EnumType enumeration when literal is EnumValueNode name && enumeration.FindValue(name.Value) is not null:
                break;
            case EnumType enumeration:
                found(literal, DescribeEnum(literal, enumeration));
                break;
            case ScalarType scalar when scalar.TryParseLiteral(literal, out _):
                break;
            default:
                found(
                    literal,
                    type.NullableType is ScalarType { Expected: { } expected }
                        ? $"Expected a value of type \"{type}\": {expected}."
                        : $"Expected a value of type \"{type}\"."
                );
                break;
        }
    }

    /// <summary>Of two fields with one name the last is the one that counts, and the doubling is another rule's.</summary>
    private static void CheckFields(ObjectValueNode literal, InputObjectType type, Found found)
    {
        foreach (var field in type.Fields)
        {
            if (literal.Fields.LastOrDefault(given => given.Name.Value == field.Name) is { } given)
            {
                Check(given.Value, field.Type, found);
            }
            else if (field.IsRequired)
            {
                found(literal, $"Field \"{type}.{field.Name}\" of type \"{field.Type}\" is required.");
            }
        }

        foreach (var given in literal.Fields)
        {
            if (type.FindField(given.Name.Value) is null)
            {
                var nearest = Suggestions.For(given.Name.Value, type.Fields.Select(field => field.Name));
                found(given, $"Field \"{given.Name}\" is not defined by type \"{type}\".{nearest}");
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(literal, type, found);
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects"/>
    private static void CheckOneOf(ObjectValueNode literal, InputObjectType type, Found found)
    {
        var known = literal.Fields.Where(given => type.FindField(given.Name.Value) is not null).Take(2).ToArray();
        if (known.Length != 1 || known[0].Value is NullValueNode)
        {
            found(literal, $"Exactly one field of type \"{type}\" must be given, and not null.");
        }
    }

    private static string DescribeEnum(ValueNode literal, EnumType type) =>
        literal switch
        {
            EnumValueNode name => $"Value \"{name.Value}\" does not exist in enum "
                + $"\"{type}\".{Suggestions.For(name.Value, type.Values.Select(value => value.Name))}",
            StringValueNode text => $"Expected a value of enum \"{type}\", "
                + $"without quotes.{Suggestions.For(text.Value, type.Values.Select(value => value.Name))}",
            _ => $"Expected a value of enum \"{type}\".",
        };
}
