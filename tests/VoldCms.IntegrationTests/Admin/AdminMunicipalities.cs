using Microsoft.AspNetCore.Hosting;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Admin;

/// <summary>The municipalities, with a door that asks nobody for a second factor.</summary>
public sealed class AdminMunicipalities() : MunicipalitiesSite("tonsberg", "porsgrunn")
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("VoldCms:Accounts:RequireSecondFactor", "false");
    }
}
