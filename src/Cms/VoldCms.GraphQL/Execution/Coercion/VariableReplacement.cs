using System.Text.Json;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// Puts variables' values in their place, as literals, so that a custom scalar sees a literal without variables. A variable that has
/// no value is null in a list and left out of an object.
/// </summary>
internal static class VariableReplacement
{
    public static ValueNode Apply(ValueNode literal, VariableValues variables)
    {
        if (literal is not (ListValueNode or ObjectValueNode) || !LiteralCoercion.HasVariable(literal))
        {
            return literal;
        }

        return literal is ListValueNode list
            ? new ListValueNode([.. list.Values.Select(value => Find(value, variables) ?? new NullValueNode(value.Span))], list.Span)
            : new ObjectValueNode([.. Fields((ObjectValueNode)literal, variables)], literal.Span);
    }

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode literal, VariableValues variables)
    {
        foreach (var field in literal.Fields)
        {
            if (Find(field.Value, variables) is { } value)
            {
                yield return new ObjectFieldNode(field.Name, value, field.Span);
            }
        }
    }

    private static ValueNode? Find(ValueNode value, VariableValues variables) =>
        value switch
        {
            VariableNode variable => variables.TryGetRaw(variable.Name.Value, out var raw)
                ? ToLiteral(raw, value.Span)
                : variables.FindDefault(variable.Name.Value),
            _ => Apply(value, variables),
        };

    private static ValueNode ToLiteral(JsonElement value, SourceSpan span) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(value.GetBoolean(), span),
            JsonValueKind.String => new StringValueNode(value.GetString() ?? "", false, span),
            JsonValueKind.Number => value.GetRawText() is var text && text.AsSpan().ContainsAny(".eE")
                ? new FloatValueNode(text, span)
                : new IntValueNode(text, span),
            JsonValueKind.Array => new ListValueNode([.. value.EnumerateArray().Select(item => ToLiteral(item, span))], span),
            JsonValueKind.Object => new ObjectValueNode(
                [
                    .. value
                        .EnumerateObject()
                        .Select(field => new ObjectFieldNode(new NameNode(field.Name, span), ToLiteral(field.Value, span), span)),
                ],
                span
            ),
            _ => new NullValueNode(span),
        };
}
