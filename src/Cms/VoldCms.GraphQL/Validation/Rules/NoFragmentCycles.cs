using System.Runtime.InteropServices;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.5.2.2: "<em>The graph of fragment spreads must not form any cycles including spreading itself</em>".</summary>
/// <remarks>Depth first through the fragments, each entered once: every spread of the document is looked at once.</remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles"/>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context), IEnter<FragmentDefinitionNode>
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depthOnPath = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];

    public void Enter(FragmentDefinitionNode node)
    {
        if (!Context.HasFragments || !_visited.Add(node.Name.Value))
        {
            return;
        }

        // A stack of its own: a chain of fragments may be longer than the thread's stack is deep.
        var open = new Stack<(string Name, IEnumerator<FragmentSpreadNode> Spreads)>();
        Open(node);
        while (open.TryPeek(out var current))
        {
            if (!current.Spreads.MoveNext())
            {
                open.Pop();
                _depthOnPath.Remove(current.Name);
                if (_path.Count > 0)
                {
                    _path.RemoveAt(_path.Count - 1);
                }

                continue;
            }

            Follow(current.Spreads.Current);
        }

        void Open(FragmentDefinitionNode fragment)
        {
            _depthOnPath[fragment.Name.Value] = _path.Count;
            open.Push((fragment.Name.Value, SpreadsOf(fragment.SelectionSet).GetEnumerator()));
        }

        void Follow(FragmentSpreadNode spread)
        {
            var name = spread.Name.Value;
            if (_depthOnPath.TryGetValue(name, out var depth))
            {
                ReportCycle(spread, depth);
            }
            else if (Context.FindFragment(name) is { } target && _visited.Add(name))
            {
                _path.Add(spread);
                Open(target.Definition);
            }
        }
    }

    private void ReportCycle(FragmentSpreadNode last, int start)
    {
        var cycle = _path[start..];
        var via = string.Join(", ", cycle.Select(spread => $"\"{spread.Name}\""));
        cycle.Add(last);
        Report(
            $"Cannot spread fragment \"{last.Name}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.",
            CollectionsMarshal.AsSpan(cycle.ConvertAll(spread => spread.Span))
        );
    }

    /// <summary>The spreads of a selection set and all below it: outer sets first, of inner sets the last first.</summary>
    private static IEnumerable<FragmentSpreadNode> SpreadsOf(SelectionSetNode selectionSet)
    {
        var pending = new Stack<SelectionSetNode>([selectionSet]);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                {
                    yield return spread;
                }
                else if ((selection as FieldNode)?.SelectionSet is { } below)
                {
                    pending.Push(below);
                }
                else if (selection is InlineFragmentNode inline)
                {
                    pending.Push(inline.SelectionSet);
                }
            }
        }
    }
}
