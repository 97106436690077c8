using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.UnitTests.ContentManagement.Permissions;

/// <summary>The table of contract section 7, row by row.</summary>
public sealed class AuthorizerTests
{
    private static readonly ContentModel s_model = new(
        ContentDefinitionDocument
            .Read(
                (JsonObject)
                    JsonNode.Parse(
                        """
                        { "ContentTypes": [
                          { "Name": "Plain", "DisplayName": "Plain" },
                          { "Name": "Plan", "DisplayName": "Plan", "Settings": { "ContentTypeSettings": { "Securable": true } } } ] }
                        """
                    )!
            )
            .Value
    );

    [Theory]
    [InlineData("PublishContent", ContentOperation.Publish, false, true)]
    [InlineData("PublishContent", ContentOperation.Edit, false, true)]
    [InlineData("PublishContent", ContentOperation.Preview, false, true)]
    [InlineData("PublishContent", ContentOperation.View, false, true)]
    [InlineData("PublishContent", ContentOperation.Delete, false, false)]
    [InlineData("EditContent", ContentOperation.Publish, false, false)]
    [InlineData("EditContent", ContentOperation.View, false, true)]
    [InlineData("EditContent", ContentOperation.Clone, false, true)]
    [InlineData("ViewContent", ContentOperation.Preview, false, false)]
    [InlineData("ViewOwnContent", ContentOperation.View, false, false)]
    [InlineData("ViewOwnContent", ContentOperation.View, true, true)]
    [InlineData("PublishOwnContent", ContentOperation.Edit, true, true)]
    [InlineData("PublishOwnContent", ContentOperation.Edit, false, false)]
    [InlineData("EditOwnContent", ContentOperation.View, true, false)]
    [InlineData("EditOwnContent", ContentOperation.Preview, true, false)]
    [InlineData("Publish_Plan", ContentOperation.Edit, false, true)]
    [InlineData("View_Plan", ContentOperation.View, false, true)]
    [InlineData("EditOwn_Plan", ContentOperation.Edit, true, true)]
    [InlineData("EditOwn_Plan", ContentOperation.Edit, false, false)]
    [InlineData("DeleteContent", ContentOperation.Delete, false, true)]
    [InlineData("DeleteContent", ContentOperation.View, false, false)]
    public void A_grant_allows_what_it_implies_and_no_more(string grant, ContentOperation operation, bool isOwn, bool allowed)
    {
        var authorizer = new Authorizer(new Roles([new("Tester", "", [grant])]));

        Assert.Equal(allowed, authorizer.Allows(Principal.User("u", "u", "tester"), operation, s_model.FindType("Plan")!, isOwn));
    }

    [Fact]
    public void A_types_own_permission_counts_only_for_securable_types()
    {
        var authorizer = new Authorizer(new Roles([new("Tester", "", ["View_Plain"])]));

        Assert.False(
            authorizer.Allows(Principal.User("u", "u", "Tester"), ContentOperation.View, s_model.FindType("Plain")!, isOwn: false)
        );
    }

    [Fact]
    public void Everybody_signed_in_has_what_authenticated_has_and_visitors_have_not()
    {
        var authorizer = new Authorizer(new Roles([new(Roles.Authenticated, "", ["EditContent"]), new(Roles.Anonymous, "", [])]));
        var type = s_model.FindType("Plain")!;

        Assert.True(authorizer.Allows(Principal.User("u", "u"), ContentOperation.Edit, type, isOwn: false));
        Assert.True(authorizer.Allows(Principal.ApiKey("k", "k"), ContentOperation.Edit, type, isOwn: false));
        Assert.False(authorizer.Allows(Principal.Anonymous, ContentOperation.View, type, isOwn: false));
    }

    [Fact]
    public void The_administrator_and_the_system_may_do_everything()
    {
        var authorizer = new Authorizer(new Roles([]));

        Assert.True(authorizer.Allows(Principal.User("u", "u", "administrator"), SitePermissions.ManageRoles));
        Assert.True(authorizer.Allows(Principal.System, ContentOperation.Delete, s_model.FindType("Plan")!, isOwn: false));
    }

    [Fact]
    public void Who_may_edit_sees_what_is_internal_but_not_what_is_secret()
    {
        var authorizer = new Authorizer(new Roles([new("Editor", "", ["EditContent"]), new("Plan", "", ["Edit_Plan"])]));

        Assert.True(authorizer.Allows(Principal.User("u", "u", "Editor"), ContentPermissions.ViewInternalContent));
        Assert.False(authorizer.Allows(Principal.User("u", "u", "Editor"), ContentPermissions.ViewSecretContent));
        Assert.False(authorizer.Allows(Principal.User("u", "u", "Plan"), ContentPermissions.ViewInternalContent));
    }
}
