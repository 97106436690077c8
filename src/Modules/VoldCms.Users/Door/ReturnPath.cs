namespace VoldCms.Users.Door;

/// <summary>
/// Where somebody was going when she was asked to sign in: an address of the door's own origin below <c>/admin</c>, or nothing.
/// </summary>
internal static class ReturnPath
{
    /// <summary>The first page after signing in.</summary>
    public const string Home = "/admin";

    private const int Longest = 1000;

    // A dot, a slash and a backslash, which browsers read as what they stand for.
    private static readonly string[] s_hidden = ["%2e", "%2f", "%5c"];

    /// <summary>The address, or <see cref="Home"/> for whatever is none of ours.</summary>
    public static string Of(string? given) =>
        given is { Length: > 0 and <= Longest }
        && (
            given == Home
            || given.StartsWith($"{Home}/", StringComparison.Ordinal)
            || given.StartsWith($"{Home}?", StringComparison.Ordinal)
        )
        && given.All(character => character is > ' ' and < '\u007f' and not '\\')
        && !given.Contains("//", StringComparison.Ordinal)
        && !s_hidden.Any(hidden => given.Contains(hidden, StringComparison.OrdinalIgnoreCase))
        && !given.Contains("/..", StringComparison.Ordinal)
            ? given
            : Home;

    /// <summary>Another page of the door, with the way back.</summary>
    public static string With(string page, string to) => to == Home ? page : $"{page}?to={Uri.EscapeDataString(to)}";
}
