using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>A role and what it is granted, by permission name.</summary>
public sealed record Role(string Name, string Description, ImmutableSortedSet<string> Permissions);

/// <summary>The roles of a tenant. Look-ups ignore case. Immutable and thread-safe.</summary>
public sealed class Roles
{
    /// <summary>The stored document's name among the tenant's documents.</summary>
    public const string DocumentName = "Roles";

    /// <summary>Has every permission without listing it.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Everybody who has signed in, and every API key.</summary>
    public const string Authenticated = "Authenticated";

    /// <summary>Every visitor.</summary>
    public const string Anonymous = "Anonymous";

    private readonly FrozenDictionary<string, Role> _roles;

    /// <summary>The roles by name. Throws when two have one name, ignoring case.</summary>
    public Roles(IEnumerable<Role> roles) => _roles = roles.ToFrozenDictionary(role => role.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Before any recipe: the three system roles, and nobody may see anything but what Orchard Core lets everybody see.</summary>
    public static Roles Default { get; } =
        new([new(Administrator, "", []), new(Authenticated, "", ["ViewContent"]), new(Anonymous, "", ["ViewContent"])]);

    /// <summary>Every role, in no promised order.</summary>
    public ImmutableArray<Role> All => _roles.Values;

    /// <summary>The role of that name, ignoring case; null when there is none.</summary>
    public Role? Find(string name) => _roles.GetValueOrDefault(name);

    /// <summary>The roles with one of them replaced or added.</summary>
    public Roles With(Role role) =>
        new(_roles.Values.Where(known => !string.Equals(known.Name, role.Name, StringComparison.OrdinalIgnoreCase)).Append(role));

    /// <summary>Whether a role of the principal is granted that very name; implications are the <see cref="Authorizer"/>'s.</summary>
    internal bool Grants(Principal principal, string permission)
    {
        if (principal.Kind == PrincipalKind.Anonymous)
        {
            return Has(Anonymous, permission);
        }

        return Has(Authenticated, permission)
            || principal.Roles.Any(role => Has(role, permission))
            || principal.Permissions.Contains(permission, StringComparer.Ordinal);
    }

    private bool Has(string role, string permission) => _roles.TryGetValue(role, out var found) && found.Permissions.Contains(permission);

    /// <summary>The document as it is stored; reading it gives equal roles.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["Roles"] = new JsonArray([
                .. _roles
                    .Values.OrderBy(role => role.Name, StringComparer.Ordinal)
                    .Select(role => new JsonObject
                    {
                        ["Name"] = role.Name,
                        ["Description"] = role.Description,
                        ["Permissions"] = new JsonArray([.. role.Permissions.Select(permission => JsonValue.Create(permission))]),
                    }),
            ]),
        };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Roles FromJson(JsonObject document) =>
        new(
            ((JsonArray)document["Roles"]!)
                .OfType<JsonObject>()
                .Select(role => new Role(
                    role.FindText("Name") ?? "",
                    role.FindText("Description") ?? "",
                    [.. role.FindTexts("Permissions")]
                ))
        );
}
