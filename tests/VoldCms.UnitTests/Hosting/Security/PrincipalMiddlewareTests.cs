using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Security;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.UnitTests.Hosting.Security;

public sealed class PrincipalMiddlewareTests
{
    private static readonly Tenant s_tenant = new() { Id = new(1), Name = "prove" };

    [Theory]
    [InlineData(SiteArea.Api, true, false, PrincipalKind.Anonymous)]
    [InlineData(SiteArea.Api, true, true, PrincipalKind.User)]
    [InlineData(SiteArea.Admin, true, false, PrincipalKind.User)]
    [InlineData(SiteArea.Admin, false, true, PrincipalKind.Anonymous)]
    [InlineData(SiteArea.Page, true, false, PrincipalKind.Anonymous)]
    [InlineData(SiteArea.Page, true, true, PrincipalKind.Anonymous)]
    [InlineData(SiteArea.Media, true, true, PrincipalKind.Anonymous)]
    [InlineData(SiteArea.Api, false, false, PrincipalKind.User)]
    [InlineData(SiteArea.Page, false, true, PrincipalKind.Anonymous)]
    public async Task What_a_browser_sends_by_itself_counts_behind_the_door_and_in_the_api_only_beside_a_header(
        SiteArea area,
        bool isAmbient,
        bool hasHeader,
        PrincipalKind kind
    )
    {
        var context = new DefaultHttpContext();
        if (hasHeader)
        {
            context.Request.Headers[PrincipalMiddleware.IntentHeader] = "fetch";
        }

        var (principal, _) = await RunAsync(context, area, new Says(isAmbient, new Authentication.Known(Principal.User("u", "Kari"))));

        Assert.Equal(kind, principal.Kind);
    }

    [Fact]
    public async Task Who_brings_no_proof_is_a_visitor_and_goes_on()
    {
        var (principal, wentOn) = await RunAsync(new DefaultHttpContext(), SiteArea.Api, new Says(false, Authentication.Absent));

        Assert.Equal((PrincipalKind.Anonymous, true), (principal.Kind, wentOn));
    }

    private static async Task<(Principal Principal, bool WentOn)> RunAsync(
        HttpContext context,
        SiteArea area,
        IRequestAuthenticator authenticator
    )
    {
        var tenant = new TenantContext();
        tenant.Set(s_tenant);
        var principal = new CurrentPrincipal();
        var wentOn = false;
        var middleware = new PrincipalMiddleware(_ =>
        {
            wentOn = true;
            return Task.CompletedTask;
        });

        var path = area switch
        {
            SiteArea.Api => "/api/graphql",
            SiteArea.Admin => "/admin/people",
            SiteArea.Media => "/media/a.jpg",
            _ => "/nb/hjelp",
        };
        var site = new Site { Address = SiteAddress.Of(path) };
        await middleware.InvokeAsync(context, tenant, site, principal, [authenticator]);

        return (principal.Value, wentOn);
    }

    private sealed class Says(bool isAmbient, Authentication authentication) : IRequestAuthenticator
    {
        public bool IsAmbient => isAmbient;

        public ValueTask<Authentication> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(authentication);
    }
}
