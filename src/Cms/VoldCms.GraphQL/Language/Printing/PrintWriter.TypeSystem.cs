using System.Collections.Immutable;

namespace VoldCms.GraphQL.Language;

/// <content>Type-system definitions and extensions.</content>
internal sealed partial class PrintWriter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                WriteStart(schema, schema.IsExtension, "schema");
                WriteDirectives(schema.Directives);
                WriteOptionalBlock(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode operationType:
                _text.Append(Keyword(operationType.Operation)).Append(": ");
                Write(operationType.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteStart(scalar, scalar.IsExtension, "scalar ", scalar.Name);
                WriteDirectives(scalar.Directives);
                break;
            case FieldsTypeDefinitionNode type:
                WriteStart(type, type.IsExtension, type is ObjectTypeDefinitionNode ? "type " : "interface ", type.Name);
                WriteTypeList(" implements ", type.Interfaces, " & ");
                WriteDirectives(type.Directives);
                WriteOptionalBlock(type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WriteStart(union, union.IsExtension, "union ", union.Name);
                WriteDirectives(union.Directives);
                WriteTypeList(" = ", union.MemberTypes, " | ");
                break;
            case EnumTypeDefinitionNode @enum:
                WriteStart(@enum, @enum.IsExtension, "enum ", @enum.Name);
                WriteDirectives(@enum.Directives);
                WriteOptionalBlock(@enum.Values);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
            case InputObjectTypeDefinitionNode input:
                WriteStart(input, input.IsExtension, "input ", input.Name);
                WriteDirectives(input.Directives);
                WriteOptionalBlock(input.Fields);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                _text.Append(field.Name.Value);
                WriteArgumentDefinitions(field.Arguments);
                _text.Append(": ");
                Write(field.Type);
                WriteDirectives(field.Directives);
                break;
            case InputValueDefinitionNode inputValue:
                WriteDescription(inputValue.Description);
                _text.Append(inputValue.Name.Value).Append(": ");
                Write(inputValue.Type);
                WriteDefault(inputValue.DefaultValue);
                WriteDirectives(inputValue.Directives);
                break;
            case DirectiveDefinitionNode directive:
                WriteDescription(directive.Description);
                _text.Append("directive @").Append(directive.Name.Value);
                WriteArgumentDefinitions(directive.Arguments);
                _text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
                _text.AppendJoin(" | ", directive.Locations);
                break;
        }
    }

    private void WriteStart(DefinitionNode node, bool isExtension, string keyword, NameNode name = default)
    {
        WriteDescription(node.Description);
        _text.Append(isExtension ? "extend " : "").Append(keyword).Append(name.Value);
    }

    private void WriteTypeList(string start, ImmutableArray<NamedTypeNode> types, string separator)
    {
        if (!types.IsEmpty)
        {
            _text.Append(start);
            WriteSeparated(types, separator);
        }
    }

    private void WriteOptionalBlock<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode
    {
        if (!nodes.IsEmpty)
        {
            _text.Append(' ');
            WriteBlock(nodes);
        }
    }

    /// <summary>A description on any argument gives each argument a line of its own.</summary>
    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        _text.Append('(');
        if (arguments.Any(argument => argument.Description is not null))
        {
            WriteLines(arguments);
        }
        else
        {
            WriteSeparated(arguments, ", ");
        }

        _text.Append(')');
    }
}
