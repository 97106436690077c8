namespace VoldCms.IntegrationTests.ContentApi.Access;

/// <summary>
/// A row of the table: who asks, and what she is to see. What she is granted is said beside it, and not worked out of it.
/// </summary>
/// <param name="Name">The role, or the key; null for the visitor.</param>
/// <param name="Permissions">What the role or key is granted beside asking the API.</param>
/// <param name="Views">Whose published items.</param>
/// <param name="Previews">Whose items in other states.</param>
/// <param name="Level">0 public, 1 internal, 2 secret.</param>
internal sealed record Reader(string? Name, string[] Permissions, Whose Views, Whose Previews, int Level)
{
    /// <summary>Who asks is always the same user in another role, or a key, which owns nothing here.</summary>
    public const string UserId = "u1";

    public static Reader[] All { get; } =
    [
        new(null, ["ViewContent"], Whose.All, Whose.None, 0),
        new("Nobody", [], Whose.None, Whose.None, 0),
        new("Reader", ["ViewContent"], Whose.All, Whose.None, 0),
        new("OneType", ["View_HelpPage"], Whose.All, Whose.None, 0),
        new("Owner", ["ViewOwnContent", "PreviewOwnContent"], Whose.Own, Whose.Own, 0),
        new("Author", ["ViewContent", "PublishOwnContent", "EditOwnContent", "PreviewOwnContent"], Whose.All, Whose.Own, 0),
        new("Previewer", ["ViewContent", "PreviewContent"], Whose.All, Whose.All, 0),
        new("Insider", ["ViewContent", "ViewInternalContent"], Whose.All, Whose.None, 1),
        new("Editor", ["EditContent"], Whose.All, Whose.All, 1),
        new("Moderator", ["PublishContent"], Whose.All, Whose.All, 1),
        new("Keeper", ["ViewContent", "ViewSecretContent"], Whose.All, Whose.None, 2),
        new("Administrator", [], Whose.All, Whose.All, 2),
        new("A reader's key", ["ViewContent"], Whose.All, Whose.None, 0) { IsKey = true },
        new("An insider's key", ["ViewContent", "ViewInternalContent"], Whose.All, Whose.None, 1) { IsKey = true },
        new("A key to one type", ["Edit_HelpPage"], Whose.All, Whose.All, 0) { IsKey = true },
    ];

    /// <summary>An API key with those permissions instead of a user with that role.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether she may see what is no help page.</summary>
    public bool SeesOtherTypes =>
        Views != Whose.None && !Permissions.Any(permission => permission.EndsWith("_HelpPage", StringComparison.Ordinal));

    /// <summary>Whether she is to see that version.</summary>
    public bool Sees(Version version, string state) =>
        version.IsIn(state)
        && version.Item.Level <= Level
        && (state == "PUBLISHED" ? Views : Previews) switch
        {
            Whose.All => true,
            Whose.Own => version.Item.IsOwn && !IsKey,
            _ => false,
        };

    /// <summary>Whether she may ask for that state at all.</summary>
    public bool MayAsk(string state) => state == "PUBLISHED" || Previews != Whose.None;

    public override string ToString() => Name ?? "visitor";
}

internal enum Whose
{
    None,
    Own,
    All,
}
