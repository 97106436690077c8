using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.People;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The first page after signing in: who one is, and where one works in which roles.</summary>
internal sealed class HomePage(
    TenantDirectory tenants,
    TenantConfigurations configurations,
    Memberships memberships,
    Joining joining,
    TenantContext tenantContext,
    OwnAccount account
) : DoorPage
{
    private ImmutableArray<Place> _all = [];

    public override Wording Title => T["Signed in"];

    public IEnumerable<Place> Places => _all.Where(place => place.IsAccepted);

    public IEnumerable<Place> Waiting => _all.Where(place => !place.IsAccepted);

    public async Task OnGetAsync()
    {
        var known = await tenants.ListAsync(Stop);
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var membership in await memberships.ListAsync(Me.AccountId, Stop))
        {
            if (known.FirstOrDefault(each => each.Id.Value == membership.TenantId) is { State: TenantState.Running } tenant)
            {
                var settings = (await configurations.GetRecentAsync(tenant.Id, Stop)).Configuration.Settings;
                var name = settings.SiteName is { Length: > 0 } own ? own : tenant.Name;
                places.Add(new(tenant.Name, name, string.Join(", ", membership.RoleNames), membership.IsAccepted));
            }
        }

        _all = places.ToImmutable();
    }

    public async Task<IActionResult> OnPostAnswerAsync(string? tenant, string? answer)
    {
        var known = await tenants.ListAsync(Stop);
        if (known.FirstOrDefault(each => each.Name == tenant) is not { State: TenantState.Running } found)
        {
            return NotFound();
        }

        tenantContext.Set(found);
        await joining.AnswerAsync(Me, answer == "yes", Stop);
        return Redirect(DoorAddresses.Home);
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        if (language is not null && DoorGuard.Languages.Contains(language))
        {
            await account.SetCultureAsync(Person!, language, Stop);
        }

        return Redirect(DoorAddresses.Home);
    }
}
