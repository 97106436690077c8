using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.Localization;

namespace VoldCms.Users.Door;

/// <summary>Roles to choose among. Immutable.</summary>
/// <param name="Legend">What the choice is called.</param>
/// <param name="Whose">Tells one choice of the page from another.</param>
/// <param name="Options">In order.</param>
internal sealed record RoleChoice(Wording Legend, string Whose, ImmutableArray<RoleOption> Options)
{
    /// <summary>Among the tenant's roles, without the ones that everybody has.</summary>
    public static RoleChoice Of(Roles roles, Texts texts, string whose, Func<string, RoleOption> makeOption) =>
        new(
            texts["Roles"],
            whose,
            [
                .. roles
                    .All.Select(role => role.Name)
                    .Where(name => name is not (Roles.Anonymous or Roles.Authenticated))
                    .Order(StringComparer.OrdinalIgnoreCase)
                    .Select(makeOption),
            ]
        );
}

/// <summary>A role of a choice.</summary>
internal readonly record struct RoleOption(string Name, bool IsChosen, bool MayChange);
