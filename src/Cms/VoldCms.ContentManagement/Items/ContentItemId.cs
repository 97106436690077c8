using System.Security.Cryptography;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// The id of a content item. Opaque text, compared ignoring case (imports may carry any spelling); ours are 26 characters
/// of Orchard Core's base 32 alphabet.
/// </summary>
public readonly record struct ContentItemId(string Value)
{
    /// <summary>The form that is stored and compared.</summary>
    public string Folded => Value.ToLowerInvariant();

    /// <summary>An id that nobody has.</summary>
    public static ContentItemId New() => new(UniqueId.New());

    /// <inheritdoc/>
    public bool Equals(ContentItemId other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The id of one version of a content item; same rules as <see cref="ContentItemId"/>.</summary>
public readonly record struct ContentItemVersionId(string Value)
{
    /// <inheritdoc cref="ContentItemId.Folded"/>
    public string Folded => Value.ToLowerInvariant();

    /// <summary>An id that nobody has.</summary>
    public static ContentItemVersionId New() => new(UniqueId.New());

    /// <inheritdoc/>
    public bool Equals(ContentItemVersionId other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Makes ids in Orchard Core's form: 128 random bits as 26 characters of base 32, lower case.</summary>
public static class UniqueId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Twenty-six letters and digits, made at random.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(
            26,
            bits,
            static (characters, value) =>
            {
                for (var index = characters.Length - 1; index >= 0; index--)
                {
                    characters[index] = Alphabet[(int)(value & 31)];
                    value >>= 5;
                }
            }
        );
    }
}
