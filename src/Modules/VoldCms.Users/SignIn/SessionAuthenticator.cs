using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Security;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.SignIn;

/// <summary>
/// Who has signed in, as a member of the request's tenant with the roles that she has there now. A session that has ended, and one of
/// somebody who is no member here, are nobody's. Scoped.
/// </summary>
internal sealed class SessionAuthenticator(RequestSession session, Memberships memberships, TenantContext tenant) : IRequestAuthenticator
{
    public bool IsAmbient => true;

    public async ValueTask<Authentication> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await session.FindAsync(context.Request, cancellationToken) is not { Session.Stage: SessionStage.Full } person)
        {
            return Authentication.Absent;
        }

        var all = await memberships.ListAsync(person.Account.AccountId, cancellationToken);
        return all.FirstOrDefault(each => each.TenantId == tenant.Id.Value && each.IsAccepted) is { } membership
            ? new Authentication.Known(PrincipalOf(membership))
            : Authentication.Absent;
    }

    /// <summary>The person by her id alone: what content and audit keep of her is no name.</summary>
    public static Principal PrincipalOf(Membership membership) =>
        Principal.User(membership.AccountId, membership.AccountId, [.. membership.RoleNames]);
}
