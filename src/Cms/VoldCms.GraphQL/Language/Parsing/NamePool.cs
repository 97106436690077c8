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

        var hash = 2166136261u;
        foreach (var letter in asciiName)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        ref var slot = ref s_names[(hash ^ (hash >> 15)) % Slots];
        var known = slot;
        if (known is not null && System.Text.Ascii.Equals(asciiName, known))
        {
            return known;
        }

        return slot = ToName(asciiName);
    }

    private static string ToName(ReadOnlySpan<byte> asciiName) => System.Text.Encoding.ASCII.GetString(asciiName);
}
