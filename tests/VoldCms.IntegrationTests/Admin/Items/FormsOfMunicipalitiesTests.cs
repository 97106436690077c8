using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.IntegrationTests.Users.Door;
using VoldCms.IntegrationTests.Web;
using VoldCms.Users.People;

namespace VoldCms.IntegrationTests.Admin.Items;

/// <summary>The forms of what the municipalities' recipes bring.</summary>
public sealed class FormsOfMunicipalitiesTests(AdminMunicipalities site) : IClassFixture<AdminMunicipalities>
{
    private const int ItemsOfAType = 4;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Whatever a form does not show, or shows in other words than are stored, would be lost by whoever only saves.</summary>
    [Theory]
    [InlineData("Tonsberg")]
    [InlineData("Porsgrunn")]
    public async Task A_form_that_is_sent_as_it_stands_changes_nothing(string name)
    {
        var faults = new List<string>();
        using var visitor = new DoorVisitor(site.ClientOptions.BaseAddress);
        await visitor.AcceptAsync(await InviteAsync(name));
        foreach (var item in await ListAsync(name))
        {
            var path = $"/admin/sites/{name}/items/{item.ContentItemId.Value}";
            var form = await AdminForm.OpenAsync(visitor, path);
            Assert.True(form.Names.Count() > 2, path);
            var answer = await form.PressAsync(visitor, "draft");
            if (answer.Location != $"{path}?done=nothing")
            {
                var problems = string.Join("; ", answer.Texts("#problems li"));
                faults.Add($"{item.ContentType} {item.DisplayText}: {answer.Status} {answer.Location} {problems}");
            }
        }

        Assert.Empty(faults);
    }

    private async Task<IReadOnlyList<ContentItem>> ListAsync(string name)
    {
        await using var scope = await ScopeAsync(name);
        var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
        var all = await reader.ListAsync(new ContentQuery { State = VersionState.Latest }.AllAtOnce(), Stop);
        return [.. all.Value.Items.GroupBy(item => item.ContentType).SelectMany(group => group.Take(ItemsOfAType))];
    }

    private async Task<string> InviteAsync(string name)
    {
        await using var scope = await ScopeAsync(name);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var secret = await scope
            .ServiceProvider.GetRequiredService<TenantPeople>()
            .InviteAsync(work, $"{Guid.NewGuid():N}@example.no", "Kari Nordmann", ["Administrator"], "nb", Stop);
        await work.CommitAsync(Stop);
        return $"/l/{secret.Value}";
    }

    private async Task<AsyncServiceScope> ScopeAsync(string name)
    {
        var scope = site.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(name, Stop);
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant!);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        return scope;
    }
}
