using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VoldCms.Hosting.Addresses;

namespace VoldCms.PublicSite.SecurityTxt;

/// <summary>What those ask for who have found a hole: <c>/.well-known/security.txt</c>.</summary>
internal static class SecurityTxtEndpoint
{
    public static void MapSecurityTxt(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapReading(
            "/.well-known/security.txt",
            static (HttpContext context, SecurityContact contact) => RootText.Answer(context, contact.FindText)
        );
}
