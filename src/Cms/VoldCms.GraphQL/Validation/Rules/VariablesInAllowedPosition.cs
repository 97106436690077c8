using VoldCms.GraphQL.Language;
using VoldCms.GraphQL.Types;

namespace VoldCms.GraphQL.Validation.Rules;

/// <summary>5.8.5: "<em>Variable usages must be compatible with the arguments they are passed to</em>".</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context), ILeave<DocumentNode>
{
    public void Leave(DocumentNode node)
    {
        foreach (var operation in Context.Operations)
        {
            foreach (var part in Context.PartsOf(operation))
            {
                Check(operation, part);
            }
        }
    }

    private void Check(OperationUses operation, DefinitionUses part)
    {
        foreach (var usage in part.Variables)
        {
            if (
                Context.Spend()
                && usage.Type is not null
                && operation.FindVariable(usage.Node.Name.Value) is { } definition
                && Context.FindType(Innermost(definition.Type)) is not null
                && !IsVariableUsageAllowed(definition, usage.Type, usage)
            )
            {
                var place = usage.OneOf is null ? $"type \"{usage.Type}\"" : $"a non-null field of \"{usage.OneOf}\"";
                Report(
                    $"Variable \"${usage.Node.Name}\" of type \"{definition.Type}\" is used in a position expecting {place}.",
                    definition.Span,
                    usage.Node.Span
                );
            }
        }
    }

    private bool IsVariableUsageAllowed(VariableDefinitionNode definition, GraphQLType locationType, VariableUsage usage)
    {
        var isNonNullPosition = locationType is NonNullType || usage.OneOf is not null;
        if (!isNonNullPosition || definition.Type is NonNullTypeNode)
        {
            return AreTypesCompatible(definition.Type, locationType);
        }

        var hasNonNullDefault = definition.DefaultValue is not (null or NullValueNode);
        return (hasNonNullDefault || usage.PlaceHasDefault) && AreTypesCompatible(definition.Type, locationType.NullableType);
    }

    private bool AreTypesCompatible(TypeNode variableType, GraphQLType locationType) =>
        (variableType, locationType) switch
        {
            (NonNullTypeNode variable, NonNullType location) => AreTypesCompatible(variable.Type, location.OfType),
            (_, NonNullType) => false,
            (NonNullTypeNode variable, _) => AreTypesCompatible(variable.Type, locationType),
            (ListTypeNode variable, ListType location) => AreTypesCompatible(variable.Type, location.OfType),
            (NamedTypeNode variable, NamedType location) => Context.FindType(variable.Name.Value) == location,
            _ => false,
        };

    private static string Innermost(TypeNode type) =>
        type switch
        {
            ListTypeNode list => Innermost(list.Type),
            NonNullTypeNode nonNull => Innermost(nonNull.Type),
            NamedTypeNode named => named.Name.Value,
            _ => "",
        };
}
