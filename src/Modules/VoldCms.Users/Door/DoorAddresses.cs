namespace VoldCms.Users.Door;

/// <summary>The pages of the door, on its own origin, outside every tenant.</summary>
internal static class DoorAddresses
{
    public const string Home = ReturnPath.Home;
    public const string SignIn = "/admin/sign-in";
    public const string Code = "/admin/sign-in/code";
    public const string SignOut = "/admin/sign-out";
    public const string Confirm = "/admin/confirm";
    public const string App = "/admin/app";
    public const string Passkeys = "/admin/passkeys";
    public const string Sessions = "/admin/sessions";
    public const string Password = "/admin/password";

    /// <summary>The people of a tenant, below its start page.</summary>
    public const string People = "people";

    /// <summary>The keys of its programs, beside them.</summary>
    public const string Keys = "keys";
}
