using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>The variables and fragments that an operation or fragment uses by itself, gathered while it is walked.</summary>
internal abstract class DefinitionUses
{
    /// <summary>Every place a variable stands, in the order of the text.</summary>
    public List<VariableUsage> Variables { get; } = [];

    /// <summary>The name of every fragment spread, in the order of the text, doubled where it is spread twice.</summary>
    public List<string> Spreads { get; } = [];
}

/// <summary>What a fragment uses.</summary>
internal sealed class FragmentUses(FragmentDefinitionNode definition) : DefinitionUses
{
    public FragmentDefinitionNode Definition { get; } = definition;

    /// <summary>The last search that came by, so that each comes once.</summary>
    public int LastSearch { get; set; }
}

/// <summary>What an operation uses, and its variables by name.</summary>
internal sealed class OperationUses(OperationDefinitionNode definition) : DefinitionUses
{
    private const int FewVariables = 8;
    private Dictionary<string, VariableDefinitionNode>? _variables;

    public OperationDefinitionNode Definition { get; } = definition;

    /// <summary>The operation and every fragment it reaches, once the document is walked.</summary>
    public List<DefinitionUses>? Parts { get; set; }

    /// <summary>The definition of a variable; of two with one name, the last. Null when there is none.</summary>
    public VariableDefinitionNode? FindVariable(string name)
    {
        var definitions = Definition.VariableDefinitions;
        if (definitions.Length <= FewVariables)
        {
            for (var i = definitions.Length - 1; i >= 0; i--)
            {
                if (definitions[i].Variable.Name.Value == name)
                {
                    return definitions[i];
                }
            }

            return null;
        }

        if (_variables is null)
        {
            _variables = new(definitions.Length, StringComparer.Ordinal);
            foreach (var definition in definitions)
            {
                _variables[definition.Variable.Name.Value] = definition;
            }
        }

        return _variables.GetValueOrDefault(name);
    }
}
