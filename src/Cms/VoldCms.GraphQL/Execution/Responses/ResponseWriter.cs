using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using VoldCms.GraphQL.Errors;

namespace VoldCms.GraphQL.Execution;

/// <summary>Writes a response: <c>errors</c> first, so that nobody overlooks them, then <c>data</c>, then <c>extensions</c>.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Response-Format"/>
internal ref struct ResponseWriter(ResultArena arena, IBufferWriter<byte> output)
{
    private JsonText _json = new(output);

    /// <summary>A request error result: nothing was executed, so there is no <c>data</c>.</summary>
    public static void WriteErrors(ImmutableArray<GraphQLError> errors, IBufferWriter<byte> output)
    {
        var writer = new ResponseWriter(new ResultArena(), output);
        writer._json.WriteRaw((byte)'{');
        writer.WriteErrors(errors);
        writer._json.WriteRaw((byte)'}');
        writer._json.Flush();
    }

    /// <summary>An execution result; <paramref name="root"/> is null when the data is.</summary>
    public void WriteResult(ObjectBatch? root, ImmutableArray<GraphQLError> errors, long? cost)
    {
        _json.WriteRaw((byte)'{');
        if (!errors.IsEmpty)
        {
            WriteErrors(errors);
            _json.WriteRaw((byte)',');
        }

        _json.WriteRaw("\"data\":"u8);
        if (root is null)
        {
            _json.WriteRaw("null"u8);
        }
        else
        {
            WriteObject(root, 0);
        }

        if (cost is { } value)
        {
            _json.WriteRaw(",\"extensions\":{\"cost\":"u8);
            _json.WriteNumber(value);
            _json.WriteRaw((byte)'}');
        }

        _json.WriteRaw((byte)'}');
        _json.Flush();
    }

    private void WriteObject(ObjectBatch batch, int row)
    {
        var columns = batch.Columns;
        var fields = batch.Plan.Fields;
        _json.WriteRaw((byte)'{');
        for (var i = 0; i < columns.Length; i++)
        {
            var field = fields[i];
            _json.WriteRaw(i == 0 ? field.EncodedName.AsSpan(1) : field.EncodedName);
            if (field.EncodedTypeName is { } typeName)
            {
                _json.WriteRaw(typeName);
            }
            else
            {
                WriteSlot(ref arena[columns[i] + row]);
            }
        }

        _json.WriteRaw((byte)'}');
    }

    private void WriteSlot(ref readonly Slot slot)
    {
        switch (slot.Reference)
        {
            case null:
                _json.WriteRaw("null"u8);
                break;
            case string text:
                _json.WriteString(text);
                break;
            case SlotKind kind:
                WriteKind(kind, in slot);
                break;
            case ObjectBatch batch:
                WriteObject(batch, slot.Pair.Second);
                break;
            case byte[] text:
                var (offset, length) = slot.Pair;
                _json.WriteString(text.AsSpan(offset, length));
                break;
            case var value:
                WriteValue(value);
                break;
        }
    }

    private void WriteKind(SlotKind kind, ref readonly Slot slot)
    {
        if (ReferenceEquals(kind, SlotKind.Int))
        {
            _json.WriteNumber(slot.Bits);
        }
        else if (ReferenceEquals(kind, SlotKind.Boolean))
        {
            _json.WriteRaw(slot.Bits != 0 ? "true"u8 : "false"u8);
        }
        else if (ReferenceEquals(kind, SlotKind.Float))
        {
            _json.WriteNumber(BitConverter.Int64BitsToDouble(slot.Bits));
        }
        else
        {
            WriteList(slot.Pair);
        }
    }

    private void WriteList((int Start, int Count) items)
    {
        _json.WriteRaw((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                _json.WriteRaw((byte)',');
            }

            WriteSlot(ref arena[items.Start + i]);
        }

        _json.WriteRaw((byte)']');
    }

    /// <summary>A value of a custom scalar or of an error's extensions.</summary>
    private void WriteValue(object? value)
    {
        switch (value)
        {
            case JsonElement json:
                _json.WriteRaw(JsonMarshal.GetRawUtf8Value(json));
                break;
            case decimal number:
                _json.WriteNumber(number);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(members);
                break;
            case System.Collections.IEnumerable items and not string:
                var separator = (byte)'[';
                foreach (var item in items)
                {
                    _json.WriteRaw(separator);
                    WriteValue(item);
                    separator = (byte)',';
                }

                _json.WriteRaw(separator == '[' ? "[]"u8 : "]"u8);
                break;
            default:
                var slot = Slot.Unbox(value);
                if (slot.Reference is null or string or SlotKind)
                {
                    WriteSlot(ref slot);
                }
                else
                {
                    _json.WriteString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                }

                break;
        }
    }

    private void WriteMembers(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var separator = (byte)'{';
        foreach (var (name, value) in members)
        {
            _json.WriteRaw(separator);
            _json.WriteString(name);
            _json.WriteRaw((byte)':');
            WriteValue(value);
            separator = (byte)',';
        }

        _json.WriteRaw(separator == '{' ? "{}"u8 : "}"u8);
    }

    private void WriteErrors(ImmutableArray<GraphQLError> errors)
    {
        _json.WriteRaw("\"errors\":"u8);
        var separator = (byte)'[';
        foreach (var error in errors)
        {
            _json.WriteRaw(separator);
            WriteError(error);
            separator = (byte)',';
        }

        _json.WriteRaw((byte)']');
    }

    private void WriteError(GraphQLError error)
    {
        _json.WriteRaw("{\"message\":"u8);
        _json.WriteString(error.Message);
        if (!error.Locations.IsEmpty)
        {
            WriteValueMember(
                "locations",
                error.Locations.Select(place => new Dictionary<string, object?> { ["line"] = place.Line, ["column"] = place.Column })
            );
        }

        if (!error.Path.IsEmpty)
        {
            WriteValueMember("path", error.Path.Select(step => step.Name ?? (object)step.Index));
        }

        if (error.Extensions is not null || error.Rule is not null)
        {
            IEnumerable<KeyValuePair<string, object?>> extensions = error.Extensions ?? ImmutableDictionary<string, object?>.Empty;
            WriteValueMember(
                "extensions",
                error.Rule is { } rule && extensions.All(member => member.Key != "code")
                    ? extensions.Prepend(new("code", rule))
                    : extensions
            );
        }

        _json.WriteRaw((byte)'}');
    }

    private void WriteValueMember(string name, object value)
    {
        _json.WriteRaw((byte)',');
        _json.WriteString(name);
        _json.WriteRaw((byte)':');
        WriteValue(value);
    }
}
