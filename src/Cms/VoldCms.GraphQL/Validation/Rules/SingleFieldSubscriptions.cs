using System.Runtime.InteropServices;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// 5.2.4.1: "<em>Subscription operations must have exactly one root field</em>", which is no introspection field, and neither
/// <c>@skip</c> nor <c>@include</c> may decide about it.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Single-Root-Field"/>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context), IEnter<OperationDefinitionNode>
{
    public void Enter(OperationDefinitionNode node)
    {
        if (node.Operation == OperationType.Subscription && Context.Schema.SubscriptionType is { } root)
        {
            var collected = new RootFields(Context, root);
            collected.Collect(node.SelectionSet);
            Check(node, collected);
        }
    }

    private void Check(OperationDefinitionNode node, RootFields collected)
    {
        var subject = node.Name is { } name ? $"The subscription \"{name}\"" : "The subscription";
        if (collected.Conditions.Count > 0)
        {
            Report($"{subject} must not use @skip or @include on its root field.", CollectionsMarshal.AsSpan(collected.Conditions));
            return;
        }

        if (collected.Groups.Count == 0)
        {
            Report($"{subject} must select a root field.", node.SelectionSet.Span);
        }
        else if (collected.Groups.Count > 1)
        {
            var extra = collected.Groups.Skip(1).SelectMany(group => group).Select(field => field.Span).ToList();
            Report($"{subject} must select only one root field.", CollectionsMarshal.AsSpan(extra));
        }

        foreach (var group in collected.Groups.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            Report($"{subject} must not select an introspection field.", CollectionsMarshal.AsSpan(group.ConvertAll(field => field.Span)));
        }
    }

    /// <summary><c>CollectSubscriptionFields</c>: fields by response name, without regard to variables.</summary>
    private sealed class RootFields(ValidationContext context, ObjectType root)
    {
        private readonly Dictionary<string, List<FieldNode>> _byName = new(StringComparer.Ordinal);
        private readonly HashSet<string> _spread = new(StringComparer.Ordinal);

        public List<List<FieldNode>> Groups { get; } = [];

        public List<SourceSpan> Conditions { get; } = [];

        public void Collect(SelectionSetNode selectionSet)
        {
            foreach (var selection in selectionSet.Selections)
            {
                if (!context.Spend() || IsConditional(selection))
                {
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread
                        when context.FindFragment(spread.Name.Value) is { } fragment
                            && Applies(fragment.Definition.TypeCondition)
                            && _spread.Add(spread.Name.Value):
                        Collect(fragment.Definition.SelectionSet);
                        break;
                }
            }
        }

        private void Add(FieldNode field)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var group))
            {
                group = [];
                _byName.Add(field.ResponseName, group);
                Groups.Add(group);
            }

            group.Add(field);
        }

        private bool IsConditional(SelectionNode selection)
        {
            var condition =
                selection.Directives.FirstOrDefault(directive => directive.Name.Value == BuiltInDirectives.Skip.Name)
                ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == BuiltInDirectives.Include.Name);
            if (condition is null)
            {
                return false;
            }

            Conditions.Add(condition.Span);
            return true;
        }

        private bool Applies(NamedTypeNode condition) =>
            context.FindType(condition.Name.Value) is CompositeType type && (type == root || context.Schema.IsSubType(type, root));
    }
}
