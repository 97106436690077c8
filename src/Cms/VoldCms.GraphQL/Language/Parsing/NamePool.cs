using System.Buffers.Binary;

namespace VoldCms.GraphQL.Language;

/// <summary>
/// Names recur: within a document, and from request to request. The pool remembers the last name seen per slot, so that most
/// names cost no allocation. Bounded by its slots and by the length of a name; two threads at most miss each other's entry.
/// </summary>
internal static class NamePool
{
    private const int Slots = 1024;
    private const int MaxLength = 32;

    private static readonly string?[] s_names = new string?[Slots];

    public static string Get(ReadOnlySpan<byte> asciiName)
    {
        if (asciiName.Length > MaxLength)
        {
            return ToName(asciiName);
        }

        ref var slot = ref s_names[Hash(asciiName) % Slots];
        var known = slot;
        return known is not null && AreEqual(asciiName, known) ? known : slot = ToName(asciiName);
    }

    /// <summary>Length and both ends tell the names of one document apart well enough; a collision only costs an allocation.</summary>
    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var head = 0u;
        var tail = 0u;
        if (name.Length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]);
        }
        else
        {
            foreach (var letter in name)
            {
                head = (head << 8) | letter;
            }
        }

        var hash = (head * 0x9E3779B1u) ^ (tail * 0x85EBCA77u) ^ (uint)name.Length;
        return hash ^ (hash >> 15);
    }

    private static bool AreEqual(ReadOnlySpan<byte> asciiName, string known)
    {
        if (known.Length != asciiName.Length)
        {
            return false;
        }

        for (var i = 0; i < asciiName.Length; i++)
        {
            if (asciiName[i] != known[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string ToName(ReadOnlySpan<byte> asciiName) => System.Text.Encoding.ASCII.GetString(asciiName);
}
