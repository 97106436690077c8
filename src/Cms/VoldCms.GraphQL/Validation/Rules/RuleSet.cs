using System.Collections.Immutable;
using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Validation.Rules.Sdl;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>
/// Rules that are checked together, in the order of the specification. Which rule wants which node is found out once per node type, so
/// that a walk calls only those.
/// </summary>
internal sealed class RuleSet
{
    /// <summary>Chapter 5: documents to be executed.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
    public static readonly RuleSet Executable = new(
        0,
        Rule(context => new ExecutableDefinitions(context)),
        Rule(context => new KnownOperationTypes(context)),
        Rule(context => new UniqueOperationNames(context)),
        Rule(context => new LoneAnonymousOperation(context)),
        Rule(context => new SingleFieldSubscriptions(context)),
        Rule(context => new FieldsOnCorrectType(context)),
        Rule(context => new OverlappingFieldsCanBeMerged(context)),
        Rule(context => new ScalarLeafs(context)),
        Rule(context => new KnownArgumentNames(context)),
        Rule(context => new UniqueArgumentNames(context)),
        Rule(context => new ProvidedRequiredArguments(context)),
        Rule(context => new UniqueFragmentNames(context)),
        Rule(context => new KnownTypeNames(context)),
        Rule(context => new FragmentsOnCompositeTypes(context)),
        Rule(context => new NoUnusedFragments(context)),
        Rule(context => new KnownFragmentNames(context)),
        Rule(context => new NoFragmentCycles(context)),
        Rule(context => new PossibleFragmentSpreads(context)),
        Rule(context => new ValuesOfCorrectType(context)),
        Rule(context => new UniqueInputFieldNames(context)),
        Rule(context => new KnownDirectives(context)),
        Rule(context => new UniqueDirectivesPerLocation(context)),
        Rule(context => new UniqueVariableNames(context)),
        Rule(context => new VariablesAreInputTypes(context)),
        Rule(context => new NoUndefinedVariables(context)),
        Rule(context => new NoUnusedVariables(context)),
        Rule(context => new VariablesInAllowedPosition(context)),
        Rule(context => new MaxIntrospectionDepth(context))
    );

    /// <summary>Chapter 3: documents that a schema is built from.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Type-System-Documents"/>
    public static readonly RuleSet TypeSystem = new(
        1,
        Rule(context => new LoneSchemaDefinition(context)),
        Rule(context => new UniqueOperationTypes(context)),
        Rule(context => new UniqueTypeNames(context)),
        Rule(context => new UniqueEnumValueNames(context)),
        Rule(context => new UniqueFieldDefinitionNames(context)),
        Rule(context => new UniqueArgumentDefinitionNames(context)),
        Rule(context => new UniqueDirectiveNames(context)),
        Rule(context => new PossibleTypeExtensions(context)),
        Rule(context => new KnownTypeNames(context)),
        Rule(context => new KnownDirectives(context)),
        Rule(context => new UniqueDirectivesPerLocation(context)),
        Rule(context => new KnownArgumentNames(context)),
        Rule(context => new UniqueArgumentNames(context)),
        Rule(context => new ProvidedRequiredArguments(context)),
        Rule(context => new UniqueInputFieldNames(context))
    );

    private readonly ImmutableArray<(Type Type, Func<ValidationContext, ValidationRule> Create)> _rules;
    private readonly int _index;

    private RuleSet(int index, params ImmutableArray<(Type Type, Func<ValidationContext, ValidationRule> Create)> rules)
    {
        _index = index;
        _rules = rules;
    }

    /// <summary>The names of the rules, in order.</summary>
    public IEnumerable<string> Names => _rules.Select(rule => rule.Type.Name);

    /// <summary>Walks <paramref name="document"/> once with all rules but those that <paramref name="except"/> names.</summary>
    public void Check(ValidationContext context, DocumentNode document, string? except = null)
    {
        var rules = new ValidationRule?[_rules.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = _rules[i].Type.Name == except ? null : _rules[i].Create(context);
        }

        new ValidationWalker(context, this, rules).Walk(document);
    }

    /// <summary>The places in this set of the rules that enter <typeparamref name="TNode"/>.</summary>
    public ReadOnlySpan<int> Entering<TNode>()
        where TNode : SyntaxNode => Interest<TNode>.Entering[_index];

    /// <summary>The places in this set of the rules that leave <typeparamref name="TNode"/>.</summary>
    public ReadOnlySpan<int> Leaving<TNode>()
        where TNode : SyntaxNode => Interest<TNode>.Leaving[_index];

    private static (Type Type, Func<ValidationContext, ValidationRule> Create) Rule<TRule>(Func<ValidationContext, TRule> create)
        where TRule : ValidationRule => (typeof(TRule), create);

    private int[] Implementing(Type wish) => [.. Enumerable.Range(0, _rules.Length).Where(i => wish.IsAssignableFrom(_rules[i].Type))];

    private static class Interest<TNode>
        where TNode : SyntaxNode
    {
        public static readonly int[][] Entering =
        [
            Executable.Implementing(typeof(IEnter<TNode>)),
            TypeSystem.Implementing(typeof(IEnter<TNode>)),
        ];

        public static readonly int[][] Leaving =
        [
            Executable.Implementing(typeof(ILeave<TNode>)),
            TypeSystem.Implementing(typeof(ILeave<TNode>)),
        ];
    }
}
