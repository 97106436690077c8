using System.Collections.Immutable;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// What the rules share while one document is checked: where the walk is and what is known of the types there, the document's
/// fragments and operations, and the errors. The walker moves it; rules read it and report.
/// </summary>
internal sealed class ValidationContext
{
    private const int MostPlaces = 100;
    private readonly GraphQLSchema? _schema;
    private readonly GraphQLLimits _limits;
    private readonly List<(string Rule, string Message, SourceSpan[] Places)> _found = [];
    private readonly Dictionary<string, FragmentUses>? _fragments;
    private readonly bool _definesDirectives;
    private Dictionary<string, DirectiveShape?>? _directives;
    private int _nodesVisited;
    private int _comparisons;
    private int _searches;

    /// <param name="schema">Null when the document itself is to become a schema.</param>
    /// <param name="document">What is checked.</param>
    /// <param name="limits">How much may be compared and reported.</param>
    public ValidationContext(GraphQLSchema? schema, DocumentNode document, GraphQLLimits limits)
    {
        _schema = schema;
        _limits = limits;
        Document = document;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments ??= new(StringComparer.Ordinal);
                _fragments[fragment.Name.Value] = new FragmentUses(fragment);
            }

            _definesDirectives |= definition is DirectiveDefinitionNode;
        }
    }

    public DocumentNode Document { get; }

    /// <summary>The schema that the document is to be executed against.</summary>
    /// <exception cref="InvalidOperationException">The document is to become the schema.</exception>
    public GraphQLSchema Schema => _schema ?? throw new InvalidOperationException("The document is to become the schema.");

    /// <summary>Whether anything was reported.</summary>
    public bool HasErrors => _found.Count > 0;

    /// <summary>Whether the document has any fragment definition.</summary>
    public bool HasFragments => _fragments is not null;

    /// <summary>The names of the schema's types; empty when the document is to become the schema.</summary>
    public IEnumerable<string> TypeNames => _schema?.Types.Select(type => type.Name) ?? [];

    public ValidationWork Work => new(_nodesVisited, _comparisons);

    /// <summary>Whether a limit was reached: nothing more is looked at.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Whether the walk is inside a type-system definition or extension.</summary>
    public bool IsInTypeSystem { get; set; }

    /// <summary>The type that the innermost selection set selects from; null when unknown.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the innermost field, fragment or operation; null when unknown.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The innermost field's definition; null when unknown.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The type that a value is expected to have here; null when unknown.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>What the innermost selection set belongs to.</summary>
    public SyntaxNode? SelectionSetOwner { get; set; }

    /// <summary>The directive that the walk is inside of; null when in none.</summary>
    public DirectiveNode? Directive { get; set; }

    /// <summary>What the directive stands on.</summary>
    public SyntaxNode? DirectiveOwner { get; set; }

    /// <summary>The directive and those beside it.</summary>
    public ImmutableArray<DirectiveNode> DirectivesHere { get; set; } = [];

    /// <summary>The kind of place the directive stands at.</summary>
    public DirectiveLocation DirectiveLocation { get; set; }

    /// <summary>The operations walked so far, in order.</summary>
    public List<OperationUses> Operations { get; } = [];

    /// <summary>Adds an error, unless as many as allowed are there already.</summary>
    public void Report(string rule, string message, params ReadOnlySpan<SourceSpan> places)
    {
        if (IsAborted)
        {
            return;
        }

        if (_found.Count >= _limits.MaxValidationErrors)
        {
            Abort(nameof(GraphQLLimits.MaxValidationErrors), $"Too many errors: validation stopped after {_found.Count}.");
            return;
        }

        _found.Add((rule, message, places[..Math.Min(places.Length, MostPlaces)].ToArray()));
    }

    /// <summary>The errors, in the order they were found, with their places as lines and columns.</summary>
    public ImmutableArray<GraphQLError> CollectErrors()
    {
        if (_found.Count == 0)
        {
            return [];
        }

        var locations = new Dictionary<int, SourceLocation>();
        var sweep = new LocationSweep(Document.Source);
        foreach (var offset in _found.SelectMany(found => found.Places).Select(place => place.Start).Distinct().Order())
        {
            locations.Add(offset, sweep.MoveTo(offset));
        }

        return
        [
            .. _found.Select(found => new GraphQLError(found.Message)
            {
                Rule = found.Rule,
                Locations = [.. found.Places.Select(place => locations[place.Start])],
            }),
        ];
    }

    /// <summary>Counts work beyond the walk itself; false when there has been too much, and then validation is over.</summary>
    public bool Spend(int comparisons = 1)
    {
        if (IsAborted)
        {
            return false;
        }

        _comparisons += comparisons;
        if (_comparisons > _limits.MaxComparisons)
        {
            Abort(nameof(GraphQLLimits.MaxComparisons), $"The document takes more than {_limits.MaxComparisons} comparisons to validate.");
            return false;
        }

        return true;
    }

    public void CountNode() => _nodesVisited++;

    /// <summary>The type that <paramref name="reference"/> means; null when the schema has no such type.</summary>
    public GraphQLType? FindType(TypeNode reference) => _schema?.FindType(reference);

    public NamedType? FindType(string name) => _schema?.FindType(name);

    /// <summary>The root type of an operation; null when there is none.</summary>
    public ObjectType? FindRootType(OperationType operation) => _schema?.FindRootType(operation);

    /// <summary>The schema's directive of that name; null when it has none.</summary>
    public DirectiveDefinition? FindSchemaDirective(string name) => _schema?.FindDirective(name);

    /// <summary>The directive of that name as the document defines it, or else as the schema does; null when neither does.</summary>
    public DirectiveShape? FindDirective(string name)
    {
        _directives ??= new(StringComparer.Ordinal);
        if (!_directives.TryGetValue(name, out var shape))
        {
            shape = FindDefinedDirective(name) ?? FindKnownDirective(name);
            _directives.Add(name, shape);
        }

        return shape;
    }

    /// <summary>The fragment of that name; null when there is none.</summary>
    public FragmentUses? FindFragment(string name) => _fragments?.GetValueOrDefault(name);

    /// <summary>The operation and every fragment that it reaches, itself first, each once.</summary>
    public List<DefinitionUses> PartsOf(OperationUses operation)
    {
        if (operation.Parts is not null)
        {
            return operation.Parts;
        }

        var search = ++_searches;
        List<DefinitionUses> parts = [operation];
        for (var i = 0; i < parts.Count && Spend(parts[i].Spreads.Count + 1); i++)
        {
            foreach (var name in parts[i].Spreads)
            {
                if (FindFragment(name) is { } fragment && fragment.LastSearch != search)
                {
                    fragment.LastSearch = search;
                    parts.Add(fragment);
                }
            }
        }

        return operation.Parts = parts;
    }

    private void Abort(string limit, string message)
    {
        IsAborted = true;
        _found.Add((limit, message, []));
    }

    private DirectiveShape? FindDefinedDirective(string name)
    {
        if (!_definesDirectives)
        {
            return null;
        }

        var definition = Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(directive => directive.Name.Value == name);
        return definition is null ? null : DirectiveShape.Of(definition);
    }

    private DirectiveShape? FindKnownDirective(string name)
    {
        var directive = _schema is null
            ? BuiltInDirectives.All.FirstOrDefault(builtIn => builtIn.Name == name)
            : _schema.FindDirective(name);
        return directive is null ? null : DirectiveShape.Of(directive);
    }
}
