using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>What kind of somebody acts. The numbers are stored.</summary>
public enum PrincipalKind
{
    /// <summary>A visitor.</summary>
    Anonymous = 0,

    /// <summary>The house itself: recipes, commands, jobs. May do everything.</summary>
    System = 1,

    /// <summary>A signed-in person.</summary>
    User = 2,

    /// <summary>Another program.</summary>
    ApiKey = 3,
}

/// <summary>Who acts, and in which roles. Immutable.</summary>
/// <param name="Kind">What kind of somebody.</param>
/// <param name="Id">User id or key id; empty for the visitor and the system.</param>
/// <param name="Name">User name or key name; empty for the visitor and the system.</param>
/// <param name="Roles">Role names, without the ones that everybody of the kind has.</param>
public sealed record Principal(PrincipalKind Kind, string Id, string Name, ImmutableArray<string> Roles)
{
    /// <summary>Permissions that it has by itself, beside those of its roles: the scope of an API key.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>Nobody known: a visitor.</summary>
    public static Principal Anonymous { get; } = new(PrincipalKind.Anonymous, "", "", []);

    /// <summary>The program itself: set-up, commands, jobs. May do everything.</summary>
    public static Principal System { get; } = new(PrincipalKind.System, "", "", []);

    /// <summary>Somebody who has signed in, with the roles given.</summary>
    public static Principal User(string id, string name, params ReadOnlySpan<string> roles) =>
        new(PrincipalKind.User, id, name, [.. roles]);

    /// <summary>A program that has shown its key, with the roles given.</summary>
    public static Principal ApiKey(string id, string name, params ReadOnlySpan<string> roles) =>
        new(PrincipalKind.ApiKey, id, name, [.. roles]);
}

/// <summary>The principal of the current scope: anonymous until somebody says otherwise. One instance a scope.</summary>
public sealed class CurrentPrincipal
{
    /// <summary>Who acts in this scope; a visitor until somebody else is set.</summary>
    public Principal Value { get; set; } = Principal.Anonymous;
}
