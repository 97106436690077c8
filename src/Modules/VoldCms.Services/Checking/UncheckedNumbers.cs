using VoldCms.Presentation.Admin;

namespace VoldCms.Services.Checking;

/// <summary>Numbers that nobody has checked, or that are to be checked again; and the way to correct one.</summary>
internal sealed class UncheckedNumbers(NumberChecks numbers) : IWorkListSource
{
    public int Order => 10;

    public async ValueTask<WorkList?> ReadAsync(AdminPageModel page, int limit, CancellationToken cancellationToken)
    {
        if (page.Configuration.Model.FindType(ServiceContentTypes.Channel) is not { } type || !page.Offers.Making(type))
        {
            return null;
        }

        var T = page.T;
        var due = (await numbers.ListAsync(page.Configuration.Settings, cancellationToken)).Where(number => number.IsDue).ToList();
        return new(
            T["Numbers to check"],
            due.Count,
            [
                .. due.Take(limit)
                    .Select(number => new WorkListRow(number.Name, page.Addresses.Item(number.Item.ContentItemId), number.Value)),
            ],
            page.Addresses.Page(NumberListPage.Path)
        )
        {
            Search = T["Correct a number: write the name of the service, or the number"],
        };
    }
}
