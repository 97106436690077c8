using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.6.1: "<em>Literal values must be compatible with the type expected in the position they are found</em>"; with it 5.6.2 (names of
/// input object fields), 5.6.4 (required ones) and 3.10.1 (exactly one field of a <c>@oneOf</c> type).
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
internal sealed class ValuesOfCorrectType(ValidationContext context)
    : ValidationRule(context),
        IEnter<ArgumentNode>,
        IEnter<VariableDefinitionNode>
{
    public void Enter(ArgumentNode node)
    {
        if (Context.InputType is { } type)
        {
            LiteralChecker.Check(node.Value, type, Found);
        }
    }

    public void Enter(VariableDefinitionNode node)
    {
        if (node.DefaultValue is not null && Context.FindType(node.Type) is { IsInputType: true } type)
        {
            LiteralChecker.Check(node.DefaultValue, type, Found);
        }
    }

    private void Found(SyntaxNode place, string message) => Report(message, place.Span);
}
