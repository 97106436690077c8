using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;

namespace VoldCms.ContentApi.Lists;

/// <summary>
/// Places in an order as clients keep them: opaque text, of the order that it was made for and no other. It holds what the item was
/// ordered by, all of which the reader has been allowed to order by. Immutable.
/// </summary>
internal sealed class Cursor
{
    private const byte Format = 1;
    private const int MarkBytes = 8;
    private const int MaxLength = 32 * 1024;

    private readonly byte[] _order;
    private readonly int _keys;

    /// <param name="query">As it is asked; only its type, state and order count.</param>
    /// <param name="type">The type asked for.</param>
    /// <param name="sortCulture">How words are sorted.</param>
    public Cursor(ContentQuery query, TypeModel type, string sortCulture)
    {
        _order = Mark(Encoding.UTF8.GetBytes($"{type.Name}\n{query.State}\n{sortCulture}\n{TextOf(query.Order)}"));
        _keys = query.Order.Length;
    }

    public string Write(ContentPosition position)
    {
        using var output = new MemoryStream();
        using (var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(_order);
            foreach (var key in position.Keys)
            {
                writer.Write7BitEncodedInt(key.Value.Length);
                writer.Write(key.Value);
                writer.Write7BitEncodedInt(key.Rank);
            }

            writer.Write(position.ContentItemId.Value);
            writer.Write(position.ContentItemVersionId.Value);
        }

        var written = output.ToArray();
        return Base64Url.EncodeToString([.. written, .. Mark(written)]);
    }

    /// <exception cref="GraphQLException">It is no cursor, or one of another order.</exception>
    public ContentPosition Read(string cursor)
    {
        byte[] bytes = cursor.Length <= MaxLength && Base64Url.IsValid(cursor) ? Base64Url.DecodeFromChars(cursor) : [];
        var length = bytes.Length - MarkBytes;
        if (length <= 1 + MarkBytes || bytes[0] != Format || !Mark(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            throw NoCursor();
        }

        if (!bytes.AsSpan(1, MarkBytes).SequenceEqual(_order))
        {
            throw Refusal.Of(
                "cursor.invalid",
                "\"after\" is a cursor of another list or order; begin anew, or ask as it was asked for the page before."
            );
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 1 + MarkBytes, length - 1 - MarkBytes));
            var keys = Enumerable.Range(0, _keys).Select(_ => ReadKey(reader)).ToImmutableArray();
            var (item, version) = (reader.ReadString(), reader.ReadString());
            return new(keys, new(Checked(item)), new(Checked(version)));
        }
        catch (Exception fault) when (fault is IOException or FormatException or ArgumentException)
        {
            throw NoCursor();
        }
    }

    private static string Checked(string id) => Refusal.Translate(() => WhereReader.CheckText(id));

    private static PositionKey ReadKey(BinaryReader reader)
    {
        var value = reader.ReadBytes(Math.Clamp(reader.Read7BitEncodedInt(), 0, MaxLength));
        return new(value, reader.Read7BitEncodedInt());
    }

    private static string TextOf(ImmutableArray<ContentOrder> order) =>
        string.Join(
            ',',
            order.Select(key => $"{(key.Descending ? "-" : "+")}{key.Path}{(key.By is { } by ? $"({TextOf(by.Order)})" : "")}")
        );

    private static byte[] Mark(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..MarkBytes];

    private static GraphQLException NoCursor() =>
        Refusal.Of("cursor.invalid", "\"after\" is no cursor; give the endCursor of the page before.");
}
