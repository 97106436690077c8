using System.Globalization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.PublicSite.Theme;

/// <summary>The tenants' style sheets and logos, <c>theme-{tenant}-{hash}.css</c> and <c>logo-{tenant}-{hash}.svg</c>.</summary>
internal sealed class ThemeAssets(TenantDirectory directory, TenantConfigurations configurations, TenantThemes themes) : IComputedAssets
{
    public async ValueTask<Asset?> FindAsync(string file, CancellationToken cancellationToken)
    {
        if (
            file.Split('-') is not ["theme" or "logo", var number, _]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || (await directory.ListAsync(cancellationToken)).FirstOrDefault(tenant => tenant.Id.Value == id)
                is not { State: TenantState.Running } tenant
        )
        {
            return null;
        }

        var theme = themes.Of(tenant, (await configurations.GetAsync(tenant.Id, cancellationToken)).Settings);
        return file == theme.StyleSheet.Name ? theme.StyleSheet.Content
            : file == theme.Logo?.Name ? theme.Logo.Content
            : null;
    }
}
