namespace VoldCms.GraphQL.Language;

/// <content>Values and type references.</content>
internal sealed partial class PrintWriter
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode integer:
                _text.Append(integer.Value);
                break;
            case FloatValueNode number:
                _text.Append(number.Value);
                break;
            case StringValueNode text:
                WriteString(text);
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                _text.Append('[');
                WriteSeparated(list.Values, ", ");
                _text.Append(']');
                break;
            case ObjectValueNode fields:
                _text.Append('{').Append(fields.Fields.IsEmpty ? "" : " ");
                WriteSeparated(fields.Fields, ", ");
                _text.Append(fields.Fields.IsEmpty ? "}" : " }");
                break;
            default:
                _text.Append("null");
                break;
        }
    }

    /// <summary>A block string stays one where its value survives it.</summary>
    private void WriteString(StringValueNode node)
    {
        if (!node.IsBlock || !BlockString.CanPrint(node.Value))
        {
            Printer.AppendQuoted(_text, node.Value);
            return;
        }

        _text.Append("\"\"\"");
        foreach (var line in node.Value.Split('\n'))
        {
            if (line.Length > 0)
            {
                NewLine();
            }
            else
            {
                _text.Append('\n');
            }

            _text.Append(line);
        }

        NewLine();
        _text.Append("\"\"\"");
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                _text.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                _text.Append('[');
                Write(list.Type);
                _text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                Write(nonNull.Type);
                _text.Append('!');
                break;
        }
    }
}
