using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Admin.Editors;
using VoldCms.Admin.Items.Form;
using VoldCms.Admin.WorkingCopies;
using VoldCms.Admin.WorkList;
using VoldCms.Data.Model;
using VoldCms.Hosting.Jobs;
using VoldCms.Hosting.Modules;
using VoldCms.Presentation.Admin;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin;

/// <summary>Where communication staff write, preview and publish: lists, forms made of the definitions, what waits.</summary>
public sealed class AdminModule : IModule
{
    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["OrchardCore.Admin"];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddAdminPage(new("", "What waits", 0));
        services.AddAdminPage(new("items", "Content", 10));
        services.AddScoped<ItemForms>();
        services.AddSingleton<IModelContribution, WorkingCopiesModel>();
        services.AddScoped<WorkingCopyStore>();
        services.AddRecurringJob<WorkingCopyStore>(
            "admin.working-copies",
            TimeSpan.FromHours(6),
            static (copies, stop) => copies.RemoveOldAsync(stop)
        );
        services.AddScoped<IWorkListSource, Drafts>();
        StockEditors.AddTo(services);
    }
}
