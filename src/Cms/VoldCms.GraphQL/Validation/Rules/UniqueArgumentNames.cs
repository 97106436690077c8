using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.4.2: "<em>More than one argument with the same name in an argument set is ambiguous and invalid</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context), IEnter<FieldNode>, IEnter<DirectiveNode>
{
    public void Enter(FieldNode node) => Check(node.Arguments);

    public void Enter(DirectiveNode node) => Check(node.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var same in Duplicates.Find(arguments, argument => argument.Name))
        {
            Report($"There can be only one argument named \"{same.Key}\".", Duplicates.Places(same));
        }
    }
}
