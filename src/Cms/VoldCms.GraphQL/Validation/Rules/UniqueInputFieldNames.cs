using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.6.3: "<em>Input objects must not contain more than one field of the same name</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
internal sealed class UniqueInputFieldNames(ValidationContext context) : ValidationRule(context), IEnter<ObjectValueNode>
{
    public void Enter(ObjectValueNode node)
    {
        foreach (var same in Duplicates.Find(node.Fields, field => field.Name))
        {
            var first = same.First();
            foreach (var again in same.Skip(1))
            {
                Report($"There can be only one input field named \"{same.Key}\".", first.Span, again.Span);
            }
        }
    }
}
