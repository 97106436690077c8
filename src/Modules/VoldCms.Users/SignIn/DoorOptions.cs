namespace VoldCms.Users.SignIn;

/// <summary>The door of the installation: section <c>VoldCms:Accounts</c>.</summary>
public sealed class DoorOptions
{
    /// <summary>The configuration section <c>VoldCms:Accounts</c>.</summary>
    public const string Section = "VoldCms:Accounts";

    /// <summary>
    /// The one origin that people sign in at, such as <c>https://hjelp.example.no</c>: https, or http on localhost. Unless it is set,
    /// that of <c>VoldCms:BaseUrl</c>; where neither is, the door opens on localhost alone.
    /// </summary>
    public string? Origin { get; set; }

    /// <summary>
    /// Whether somebody who may publish, or give roles or keys, has to have a second factor: who has none is asked to make one at the next
    /// sign-in.
    /// </summary>
    /// <value>True unless configured.</value>
    public bool RequireSecondFactor { get; set; } = true;
}
