using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.UnitTests.Seeds;

/// <summary>What the roles of <c>felles.recipe.json</c> may, role by action by type by whose: what is not said here is forbidden.</summary>
public sealed class StockRolesTests
{
    private const string Everything = "HhPp";

    private static readonly (char Letter, string Type, bool IsOwn)[] s_targets =
    [
        ('H', "HelpPage", true),
        ('h', "HelpPage", false),
        ('P', "Plan", true),
        ('p', "Plan", false),
    ];

    private static readonly ImmutableArray<Permission> s_powers =
    [
        .. SitePermissions.All,
        ContentPermissions.ViewInternalContent,
        ContentPermissions.ViewSecretContent,
        ContentPermissions.TranslateContent,
        new("ManageUsers", ""),
        new("EditUsers", ""),
        new("View Users", ""),
        new("AssignRoleToUsers", ""),
        new("ManageApiKeys", ""),
        new("ExecuteGraphQLMutations", ""),
        new("AccessAdminPanel", ""),
        new("ManageMediaContent", ""),
    ];

    private static readonly Roles s_roles = Read();

    private static readonly ContentModel s_model = new(
        ContentDefinitionDocument
            .Read(
                (JsonObject)
                    JsonNode.Parse(
                        """
                        { "ContentTypes": [
                          { "Name": "HelpPage", "DisplayName": "H", "Settings": { "ContentTypeSettings": { "Securable": true } } },
                          { "Name": "Plan", "DisplayName": "P", "Settings": { "ContentTypeSettings": { "Securable": true } } } ] }
                        """
                    )!
            )
            .Value
    );

    /// <summary>
    /// A role; what it may read drafts of, write, publish and remove: H her own help page, h another's, P her own plan, p another's; and
    /// what else it may.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string> Table =>
        new()
        {
            { "Anonymous", "", "", "", "", "" },
            { "Authenticated", "", "", "", "", "" },
            { "Moderator", "", "", "", "", "AccessAdminPanel" },
            { "Ansatt", "", "", "", "", "ViewInternalContent" },
            { "Contributor", "HP", "HP", "", "", "AccessAdminPanel" },
            { "Author", "HP", "HP", "HP", "HP", "AccessAdminPanel" },
            { "Oversetter", Everything, "", "", "", "TranslateContent AccessAdminPanel" },
            { "Plankoordinator", "Pp", "Pp", "Pp", "Pp", "ViewInternalContent AccessAdminPanel" },
            { "Editor", Everything, Everything, Everything, Everything, "ViewInternalContent AccessAdminPanel ManageMediaContent" },
            { "Administrator", Everything, Everything, Everything, Everything, string.Join(' ', s_powers.Select(power => power.Name)) },
        };

    [Theory, MemberData(nameof(Table))]
    public void A_role_may_this_and_no_more(string role, string previews, string edits, string publishes, string deletes, string powers)
    {
        var authorizer = new Authorizer(s_roles);
        var who =
            role == Roles.Anonymous ? Principal.Anonymous
            : role == Roles.Authenticated ? Principal.User("u", "u")
            : Principal.User("u", "u", role);

        Assert.Equal(Everything, May(ContentOperation.View));
        Assert.Equal(previews, May(ContentOperation.Preview));
        Assert.Equal(edits, May(ContentOperation.Edit));
        Assert.Equal(publishes, May(ContentOperation.Publish));
        Assert.Equal(deletes, May(ContentOperation.Delete));
        Assert.Equal(powers, string.Join(' ', s_powers.Where(power => authorizer.Allows(who, power)).Select(power => power.Name)));

        string May(ContentOperation operation) =>
            string.Concat(
                s_targets
                    .Where(target => authorizer.Allows(who, operation, s_model.FindType(target.Type)!, target.IsOwn))
                    .Select(target => target.Letter)
            );
    }

    [Fact]
    public void Every_role_is_in_the_table() =>
        Assert.Equal(
            s_roles.All.Select(role => role.Name).Order(StringComparer.Ordinal),
            Table.Select(row => row.Data.Item1).Order(StringComparer.Ordinal)
        );

    // As the step makes them in a tenant that has none.
    private static Roles Read()
    {
        var recipe = RepositoryFiles.ReadRecipe(
            RepositoryFiles.Recipes.Single(path => path.EndsWith("felles.recipe.json", StringComparison.Ordinal))
        );
        var given =
            from step in recipe.GetProperty("steps").EnumerateArray()
            where Tenant.NameOf(step) == "Roles"
            from role in step.GetProperty("Roles").EnumerateArray()
            let name = role.GetProperty("Name").GetString()!
            let permissions = role.GetProperty("Permissions").EnumerateArray().Select(permission => permission.GetString()!)
            select new Role(name, "", [.. permissions, .. DefaultGrants.For(name)]);
        return given.Aggregate(Roles.Default, (roles, role) => roles.With(role));
    }
}
