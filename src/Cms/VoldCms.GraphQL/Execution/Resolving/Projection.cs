using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// What is asked below a field, fragments flattened and conditions decided, so that a resolver can fetch that and no more. It may be
/// kept as long as its batch.
/// </summary>
public readonly struct Projection
{
    private readonly FieldPlan _field;
    private readonly VariableValues _variables;

    internal Projection(FieldPlan field, VariableValues variables)
    {
        _field = field;
        _variables = variables;
    }

    /// <summary>The fields asked of objects of <paramref name="type"/>, in the order of the response; none for a leaf.</summary>
    public IEnumerable<ProjectedField> FieldsOf(ObjectType type)
    {
        if (_field.Composite is null)
        {
            yield break;
        }

        foreach (var field in _field.GetSelection(type).Fields)
        {
            yield return new ProjectedField(field, _variables);
        }
    }
}

/// <summary>One field asked below another: what it is, its arguments, and what is asked below it.</summary>
public readonly struct ProjectedField
{
    private readonly FieldPlan _plan;
    private readonly VariableValues _variables;

    internal ProjectedField(FieldPlan plan, VariableValues variables)
    {
        _plan = plan;
        _variables = variables;
    }

    /// <summary>The field; a meta-field such as <c>__typename</c> is one too.</summary>
    public FieldDefinition Definition => _plan.Definition;

    /// <summary>Its name in the response.</summary>
    public string ResponseName => _plan.ResponseName;

    /// <summary>What is asked below it.</summary>
    public Projection Projection => new(_plan, _variables);

    /// <summary>Its arguments.</summary>
    /// <exception cref="GraphQLException">They do not hold; the field will be an error when its turn comes.</exception>
    public ArgumentValues GetArguments() =>
        _plan.Arguments.TryCoerce(_variables, out var arguments, out var error)
            ? arguments
            : throw new GraphQLException(new GraphQLError(error.Message) { Rule = error.Rule });
}
