using System.Collections.Concurrent;
using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// A document that has been parsed and validated for one schema, and whose operations are planned when they first run. Keep it and run it
/// as often as you like, from any thread; it holds nothing of a request.
/// </summary>
public sealed class PreparedDocument
{
    private const string Code = "GetOperation";

    private readonly ConcurrentDictionary<OperationDefinitionNode, PreparedOperation> _operations = [];

    internal PreparedDocument(GraphQLSchema schema, DocumentNode node, ImmutableArray<string> conditionVariables)
    {
        Schema = schema;
        Node = node;
        Fragments = new FragmentTable(node);
        ConditionVariables = conditionVariables;
        AsksSchemaAlone = node.Definitions.OfType<OperationDefinitionNode>().All(operation => AskSchemaAlone(operation.SelectionSet));
    }

    /// <summary>The schema that the document was validated for.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>The document's syntax.</summary>
    public DocumentNode Node { get; }

    /// <summary>
    /// Whether all operations ask about the schema alone: the answers are the same for everybody, as long as the schema is.
    /// </summary>
    public bool AsksSchemaAlone { get; }

    internal FragmentTable Fragments { get; }

    internal ImmutableArray<string> ConditionVariables { get; }

    /// <summary>Whether it is more than a query: the operation of that name, or any of all when none is named.</summary>
    /// <param name="operationName">As the request names it; null when it names none.</param>
    public bool IsMutation(string? operationName) =>
        Node
            .Definitions.OfType<OperationDefinitionNode>()
            .Any(operation =>
                operation.Operation != OperationType.Query && (operationName is null || operation.Name?.Value == operationName)
            );

    /// <summary><c>GetOperation(document, operationName)</c>; null, and the error, when it names none or more than one.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetOperation()"/>
    internal PreparedOperation? FindOperation(string? name, out GraphQLError? error)
    {
        OperationDefinitionNode? found = null;
        error = null;
        foreach (var definition in Node.Definitions)
        {
            if (definition is not OperationDefinitionNode operation || (name is not null && operation.Name?.Value != name))
            {
                continue;
            }

            if (found is not null)
            {
                error = new GraphQLError("The document has several operations; say which one to run.") { Rule = Code };
                return null;
            }

            found = operation;
        }

        if (found is null)
        {
            error = new GraphQLError(name is null ? "The document has no operation." : $"The document has no operation \"{name}\".")
            {
                Rule = Code,
            };
            return null;
        }

        return _operations.TryGetValue(found, out var known) ? known : Prepare(found, out error);
    }

    private bool AskSchemaAlone(SelectionSetNode root) =>
        root.Selections.All(selection =>
            selection switch
            {
                FieldNode field => field.Name.Value is "__schema" or "__type" or "__typename",
                InlineFragmentNode inline => AskSchemaAlone(inline.SelectionSet),
                FragmentSpreadNode spread => Fragments.Find(spread.Name.Value) is not { } fragment || AskSchemaAlone(fragment.SelectionSet),
                _ => false,
            }
        );

    private PreparedOperation? Prepare(OperationDefinitionNode operation, out GraphQLError? error)
    {
        error = null;
        if (operation.Operation == OperationType.Subscription)
        {
            error = Node.Source.ErrorAt("Subscriptions cannot be run.", operation.Span) with { Rule = Code };
            return null;
        }

        if (Schema.FindRootType(operation.Operation) is not { } rootType)
        {
            error = Node.Source.ErrorAt($"The schema has no type for a {operation.Operation}.", operation.Span) with { Rule = Code };
            return null;
        }

        return _operations.GetOrAdd(operation, new PreparedOperation(this, operation, rootType));
    }
}
