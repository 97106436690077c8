using System.Collections.Immutable;
using System.Text;

namespace VoldCms.GraphQL.Language;

/// <summary>The text being printed and how deep it is indented; executable syntax. Type-system syntax is the other half.</summary>
internal sealed partial class PrintWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _mayUseShorthand = true;

    public override string ToString() => _text.ToString();

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteDocument(document);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragment(fragment);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSetNode selectionSet:
                WriteBlock(selectionSet.Selections);
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                WriteSpread(spread);
                break;
            case InlineFragmentNode inline:
                WriteInlineFragment(inline);
                break;
            case ArgumentNode argument:
                WriteNamed(argument.Name, argument.Value);
                break;
            case ObjectFieldNode objectField:
                WriteNamed(objectField.Name, objectField.Value);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            default:
                WriteTypeSystem(node);
                break;
        }
    }

    /// <summary>
    /// A query in shorthand right after a type that ends without braces would read as that type's fields; there the keyword stays.
    /// </summary>
    private void WriteDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            _text.Append(_text.Length == 0 ? "" : "\n\n");
            Write(definition);
            _mayUseShorthand = definition is ExecutableDefinitionNode;
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShorthand =
            _mayUseShorthand
            && operation
                is {
                    Operation: OperationType.Query,
                    Name: null,
                    Description: null,
                    VariableDefinitions.IsEmpty: true,
                    Directives.IsEmpty: true
                };
        if (!isShorthand)
        {
            _text.Append(Keyword(operation.Operation)).Append(' ');
            if (operation.Name is { } name)
            {
                _text.Append(name.Value);
            }

            WriteVariableDefinitions(operation.VariableDefinitions);
            TrimSpaceBefore(operation.Directives);
            WriteDirectives(operation.Directives);
            EndWithSpace();
        }

        Write(operation.SelectionSet);
    }

    private static string Keyword(OperationType operation) =>
        operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        Write(fragment.SelectionSet);
    }

    /// <summary>A description forces every variable to a line of its own.</summary>
    private void WriteVariableDefinitions(ImmutableArray<VariableDefinitionNode> variables)
    {
        if (variables.IsEmpty)
        {
            return;
        }

        _text.Append('(');
        if (variables.Any(variable => variable.Description is not null))
        {
            WriteLines(variables);
        }
        else
        {
            WriteSeparated(variables, ", ");
        }

        _text.Append(')');
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        _text.Append(": ");
        Write(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteField(FieldNode field)
    {
        var start = _text.Length;
        if (field.Alias is { } alias)
        {
            _text.Append(alias.Value).Append(": ");
        }

        _text.Append(field.Name.Value);
        WriteArguments(field.Arguments, _text.Length - start);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is { } selectionSet)
        {
            _text.Append(' ');
            Write(selectionSet);
        }
    }

    private void WriteArguments(ImmutableArray<ArgumentNode> arguments, int prefixLength)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        _text.Append('(');
        if (Printer.FitsOnLine(prefixLength, [.. arguments.Select(Printer.Print)]))
        {
            WriteSeparated(arguments, ", ");
        }
        else
        {
            WriteLines(arguments);
        }

        _text.Append(')');
    }

    private void WriteSpread(FragmentSpreadNode spread)
    {
        _text.Append("...").Append(spread.Name.Value);
        WriteDirectives(spread.Directives);
    }

    private void WriteInlineFragment(InlineFragmentNode inline)
    {
        _text.Append("...");
        if (inline.TypeCondition is { } typeCondition)
        {
            _text.Append(" on ").Append(typeCondition.Name.Value);
        }

        WriteDirectives(inline.Directives);
        _text.Append(' ');
        Write(inline.SelectionSet);
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _text.Append('@').Append(directive.Name.Value);
        if (!directive.Arguments.IsEmpty)
        {
            _text.Append('(');
            WriteSeparated(directive.Arguments, ", ");
            _text.Append(')');
        }
    }

    private void WriteNamed(NameNode name, ValueNode value)
    {
        _text.Append(name.Value).Append(": ");
        Write(value);
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is not null)
        {
            _text.Append(" = ");
            Write(value);
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            Write(description);
            NewLine();
        }
    }

    private void WriteSeparated<TNode>(ImmutableArray<TNode> nodes, string separator)
        where TNode : SyntaxNode
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            _text.Append(i == 0 ? "" : separator);
            Write(nodes[i]);
        }
    }

    private void WriteBlock<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode
    {
        _text.Append('{');
        WriteLines(nodes);
        _text.Append('}');
    }

    /// <summary>Each node on a line of its own, one level deeper; ends at the start of a line of the old level.</summary>
    private void WriteLines<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode
    {
        _indent++;
        foreach (var node in nodes)
        {
            NewLine();
            Write(node);
        }

        _indent--;
        NewLine();
    }

    private void NewLine() => _text.Append('\n').Append(' ', 2 * _indent);

    private void TrimSpaceBefore(ImmutableArray<DirectiveNode> directives)
    {
        if (!directives.IsEmpty && _text[^1] == ' ')
        {
            _text.Length--;
        }
    }

    private void EndWithSpace()
    {
        if (_text[^1] != ' ')
        {
            _text.Append(' ');
        }
    }
}
