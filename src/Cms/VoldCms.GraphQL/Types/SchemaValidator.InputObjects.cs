using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation;

namespace VoldCms.GraphQL.Types;

/// <content>Circles among input objects, and default values.</content>
internal sealed partial class SchemaValidator
{
    private readonly HashSet<InputValueDefinition> _visitedDefaults = [];

    /// <summary>
    /// An input object that requires itself, through whatever chain, can never be written. Found from the other side: the types that
    /// can be written are marked until no more can be.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References"/>
    private void ValidateInputCycles()
    {
        var inputs = _schema.Types.OfType<InputObjectType>().ToArray();
        var writable = new HashSet<InputObjectType>();
        bool found;
        do
        {
            found = false;
            foreach (var type in inputs.Where(type => !writable.Contains(type) && IsWritable(type, writable)))
            {
                found = writable.Add(type);
            }
        } while (found);

        var visited = new HashSet<InputObjectType>();
        foreach (var type in inputs.Where(type => !writable.Contains(type)))
        {
            ReportInputCycles(type, writable, visited, []);
        }

        foreach (var field in inputs.SelectMany(type => type.Fields))
        {
            FindDefaultCycle(field, []);
        }
    }

    private static bool IsWritable(InputObjectType type, HashSet<InputObjectType> writable) =>
        type.IsOneOf
            ? type.Fields.IsEmpty || type.Fields.Any(field => RequiredInput(type, field) is not { } next || writable.Contains(next))
            : type.Fields.All(field => RequiredInput(type, field) is not { } next || writable.Contains(next));

    /// <summary>
    /// The input object that giving <paramref name="field"/> takes; null when it takes none, because of a null or an empty list.
    /// </summary>
    private static InputObjectType? RequiredInput(InputObjectType owner, InputValueDefinition field) =>
        (owner.IsOneOf, field.Type) switch
        {
            (true, InputObjectType input) => input,
            (false, NonNullType { OfType: InputObjectType input }) => input,
            _ => null,
        };

    private void ReportInputCycles(
        InputObjectType type,
        HashSet<InputObjectType> writable,
        HashSet<InputObjectType> visited,
        List<(InputObjectType Owner, InputValueDefinition Field)> path
    )
    {
        if (!visited.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (RequiredInput(type, field) is not { } next || writable.Contains(next))
            {
                continue;
            }

            path.Add((type, field));
            var start = path.FindIndex(step => ReferenceEquals(step.Owner, next));
            if (start < 0)
            {
                ReportInputCycles(next, writable, visited, path);
            }
            else
            {
                var cycle = path.Skip(start).ToArray();
                Report(
                    $"Input object {next} requires itself, "
                        + $"through {string.Join(", ", cycle.Select(step => $"{step.Owner}.{step.Field.Name}"))}.",
                    cycle.SelectMany(step => Nodes(step.Field))
                );
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    /// <seealso href="https://spec.graphql.org/September2025/#InputFieldDefaultValueHasCycle()"/>
    private void FindDefaultCycle(InputValueDefinition field, List<InputValueDefinition> path)
    {
        if (field.DefaultValue is not { } literal || field.Type.UnwrappedType is not InputObjectType type)
        {
            return;
        }

        var start = path.IndexOf(field);
        if (start >= 0)
        {
            var cycle = path.Skip(start).ToArray();
            Report(
                $"The default value of input field {field.Name} refers to itself, "
                    + $"through {string.Join(", ", cycle.Select(step => step.Name))}.",
                cycle.SelectMany(Nodes).OfType<InputValueDefinitionNode>().Select(node => node.DefaultValue).OfType<ValueNode>()
            );
            return;
        }

        if (_visitedDefaults.Add(field))
        {
            path.Add(field);
            FindDefaultCycle(literal, type, path);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void FindDefaultCycle(ValueNode literal, InputObjectType type, List<InputValueDefinition> path)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values)
            {
                FindDefaultCycle(item, type, path);
            }
        }
        else if (literal is ObjectValueNode node)
        {
            foreach (var field in type.Fields)
            {
                if (node.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is not { } given)
                {
                    FindDefaultCycle(field, path);
                }
                else if (field.Type.UnwrappedType is InputObjectType next)
                {
                    FindDefaultCycle(given.Value, next, path);
                }
            }
        }
    }

    private void ValidateDefaultValue(string coordinate, InputValueDefinition inputValue)
    {
        if (inputValue.DefaultValue is { } literal)
        {
            LiteralChecker.Check(
                literal,
                inputValue.Type,
                (fault, message) => Report($"The default value {fault} of {coordinate} does not hold: {message}", [fault])
            );
        }
    }
}
