using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Execution;

/// <summary>The fragments of a document by name. Of two with one name, which validation refuses, the first counts.</summary>
internal sealed class FragmentTable
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);

    public FragmentTable(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }
    }

    public FragmentDefinitionNode? Find(string name) => _fragments.GetValueOrDefault(name);
}
