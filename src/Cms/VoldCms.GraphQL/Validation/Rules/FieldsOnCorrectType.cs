using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.3.1: "<em>The target field of a field selection must be defined on the scoped type of the selection set</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>
{
    public void Enter(FieldNode node)
    {
        if (Context.ParentType is { } type && Context.Field is null)
        {
            Report($"Cannot query field \"{node.Name}\" on type \"{type}\".{Suggest(type, node.Name.Value)}", node.Span);
        }
    }

    /// <summary>The types behind an abstract type that have the field, or else fields with a similar name.</summary>
    private string Suggest(CompositeType type, string name)
    {
        var types =
            type is ObjectType
                ? []
                : Context.Schema.GetPossibleTypes(type).Where(possible => possible.FindField(name) is not null).Take(5).ToArray();
        return types.Length > 0
                ? $" Did you mean to use an inline fragment on {string.Join(" or ", types.Select(possible => $"\"{possible}\""))}?"
            : type is FieldsType fields ? Suggestions.For(name, fields.Fields.Select(field => field.Name))
            : "";
    }
}
