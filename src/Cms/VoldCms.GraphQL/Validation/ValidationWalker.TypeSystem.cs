using System.Collections.Immutable;
using VoldCms.GraphQL.Language;

namespace VoldCms.GraphQL.Validation;

/// <summary>
/// The walk through type-system definitions and extensions. Rules see all kinds of type as <see cref="TypeDefinitionNode"/>.
/// </summary>
internal sealed partial class ValidationWalker
{
    private void WalkTypeSystem(DefinitionNode definition)
    {
        _uses = null;
        context.IsInTypeSystem = true;
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                WalkSchema(schema);
                break;
            case DirectiveDefinitionNode directive:
                Enter(directive);
                WalkInputValues(directive.Arguments, DirectiveLocation.ArgumentDefinition);
                break;
            case TypeDefinitionNode type:
                WalkTypeDefinition(type);
                break;
        }

        context.IsInTypeSystem = false;
    }

    private void WalkSchema(SchemaDefinitionNode schema)
    {
        Enter(schema);
        WalkDirectives(schema, DirectiveLocation.Schema, schema.Directives);
        foreach (var operationType in schema.OperationTypes)
        {
            Enter(operationType.Type);
        }
    }

    private void WalkTypeDefinition(TypeDefinitionNode type)
    {
        Enter(type);
        switch (type)
        {
            case FieldsTypeDefinitionNode fields:
                WalkNamedTypes(fields.Interfaces);
                WalkDirectives(
                    type,
                    type is ObjectTypeDefinitionNode ? DirectiveLocation.Object : DirectiveLocation.Interface,
                    type.Directives
                );
                WalkFieldDefinitions(fields.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WalkDirectives(type, DirectiveLocation.Union, type.Directives);
                WalkNamedTypes(union.MemberTypes);
                break;
            case EnumTypeDefinitionNode enumeration:
                WalkDirectives(type, DirectiveLocation.Enum, type.Directives);
                foreach (var value in enumeration.Values)
                {
                    WalkDirectives(value, DirectiveLocation.EnumValue, value.Directives);
                }

                break;
            case InputObjectTypeDefinitionNode input:
                WalkDirectives(type, DirectiveLocation.InputObject, type.Directives);
                WalkInputValues(input.Fields, DirectiveLocation.InputFieldDefinition);
                break;
            default:
                WalkDirectives(type, DirectiveLocation.Scalar, type.Directives);
                break;
        }
    }

    private void WalkFieldDefinitions(ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            WalkInputValues(field.Arguments, DirectiveLocation.ArgumentDefinition);
            WalkType(field.Type);
            WalkDirectives(field, DirectiveLocation.FieldDefinition, field.Directives);
        }
    }

    private void WalkInputValues(ImmutableArray<InputValueDefinitionNode> values, DirectiveLocation location)
    {
        foreach (var value in values)
        {
            WalkType(value.Type);
            if (value.DefaultValue is not null)
            {
                WalkValue(value.DefaultValue, placeHasDefault: false, oneOf: null);
            }

            WalkDirectives(value, location, value.Directives);
        }
    }

    private void WalkNamedTypes(ImmutableArray<NamedTypeNode> types)
    {
        foreach (var type in types)
        {
            Enter(type);
        }
    }
}
