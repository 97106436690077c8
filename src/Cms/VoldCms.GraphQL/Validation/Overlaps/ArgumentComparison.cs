using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Overlaps;

/// <summary>Whether two fields have the same arguments, in any order: values are the same when they are written the same.</summary>
internal static class ArgumentComparison
{
    public static bool AreSame(ImmutableArray<ArgumentNode> one, ImmutableArray<ArgumentNode> other, ValidationContext context)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        foreach (var argument in one)
        {
            if (
                !context.Spend(other.Length)
                || other.LastOrDefault(candidate => candidate.Name.Value == argument.Name.Value) is not { } same
                || !AreSame(argument.Value, same.Value, context)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(ValueNode one, ValueNode other, ValidationContext context) =>
        context.Spend()
        && (one, other) switch
        {
            (VariableNode variable, VariableNode same) => variable.Name.Value == same.Name.Value,
            (IntValueNode number, IntValueNode same) => number.Value == same.Value,
            (FloatValueNode number, FloatValueNode same) => number.Value == same.Value,
            (StringValueNode text, StringValueNode same) => text.Value == same.Value && text.IsBlock == same.IsBlock,
            (BooleanValueNode boolean, BooleanValueNode same) => boolean.Value == same.Value,
            (EnumValueNode name, EnumValueNode same) => name.Value == same.Value,
            (NullValueNode, NullValueNode) => true,
            (ListValueNode list, ListValueNode same) => AreSame(list.Values, same.Values, context),
            (ObjectValueNode fields, ObjectValueNode same) => AreSame(fields.Fields, same.Fields, context),
            _ => false,
        };

    private static bool AreSame(ImmutableArray<ValueNode> one, ImmutableArray<ValueNode> other, ValidationContext context)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (!AreSame(one[i], other[i], context))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(ImmutableArray<ObjectFieldNode> one, ImmutableArray<ObjectFieldNode> other, ValidationContext context)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        var sorted = InOrder(one).Zip(InOrder(other));
        return sorted.All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value, context));
    }

    private static IEnumerable<ObjectFieldNode> InOrder(ImmutableArray<ObjectFieldNode> fields) =>
        fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
