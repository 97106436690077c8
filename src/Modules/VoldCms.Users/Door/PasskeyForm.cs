using VoldCms.Hosting.Localization;
using VoldCms.Users.Passkeys;

namespace VoldCms.Users.Door;

/// <summary>A form that a browser's passkeys fill in. Without script, or without passkeys, it is not seen. Immutable.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Button">What the press does.</param>
internal sealed record PasskeyForm(DoorPage Page, PasskeyQuestion Question, Wording Button)
{
    /// <summary>Makes one instead of asking for one; then it is given a name.</summary>
    public bool IsNew { get; init; }

    /// <summary>What one that is made is called, until its person says otherwise.</summary>
    public string Name { get; init; } = "";

    public DoorField NameField => new("passkeyName", Page.T["What you call it"], "text", "off") { Value = Name };
}
