using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.WorkingCopies;

/// <summary>
/// Keeps what is typed into forms while it is typed, for the one who types it alone. Nothing of it is content: it raises no version, and no
/// export has it. Scoped.
/// </summary>
internal sealed class WorkingCopyStore(ITenantDbContexts contexts, CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>The most that is kept of a form, in characters of JSON.</summary>
    public const int LongestInputs = 2_000_000;

    /// <summary>How long it is kept after the last change.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const int MostOfAPerson = 200;

    // Nothing has been kept yet.
    private const string NoInputs = "{}";

    private string Who => principal.Value.Id;

    /// <summary>Keeps what stands in a form, in place of what was kept of the same opening.</summary>
    /// <param name="item">What the form is of.</param>
    /// <param name="edit">Which opening of it.</param>
    /// <param name="version">The version that it was opened with.</param>
    /// <param name="inputs">What stands in it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where that opening has been saved already, or there is more than is kept.</returns>
    public async Task<bool> KeepAsync(string item, string edit, string version, PostedValues inputs, CancellationToken cancellationToken)
    {
        var json = inputs.Write();
        if (json.Length > LongestInputs)
        {
            return false;
        }

        await using var context = contexts.Create();
        var now = clock.GetUtcNow().UtcTicks;
        var row = await Rows(context, item).FirstOrDefaultAsync(each => each.Edit == edit, cancellationToken);
        if (row is { Inputs: null })
        {
            return false;
        }

        if (row is null)
        {
            row = new()
            {
                AccountId = Who,
                Item = item,
                Edit = edit,
                Version = version,
            };
            context.Add(row);
            await MakeRoomAsync(context, cancellationToken);
        }

        (row.Inputs, row.KeptUtc) = (json, now);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another request of the same form has come first: its script sends the next one.
            return false;
        }
    }

    /// <summary>The last that the person has typed into a form of the item and not saved; null when there is none.</summary>
    public async Task<WorkingCopy?> FindLastAsync(string item, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return Read(
            await Rows(context, item)
                .AsNoTracking()
                .Where(row => row.Inputs != null && row.Inputs != NoInputs)
                .OrderByDescending(row => row.KeptUtc)
                .FirstOrDefaultAsync(cancellationToken)
        );
    }

    /// <summary>What was kept of one opening of the form; null when nothing is, or it has been saved.</summary>
    public async Task<WorkingCopy?> FindAsync(string item, string edit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return Read(await Rows(context, item).AsNoTracking().FirstOrDefaultAsync(row => row.Edit == edit, cancellationToken));
    }

    /// <summary>
    /// Before a form is saved: sees to it that there is a row for <see cref="FinishAsync"/>, which can then fail for nobody who keeps the
    /// form at the same time.
    /// </summary>
    public async Task PrepareAsync(string item, string edit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        if (await Rows(context, item).AnyAsync(row => row.Edit == edit, cancellationToken))
        {
            return;
        }

        context.Add(
            new WorkingCopyRow
            {
                AccountId = Who,
                Item = item,
                Edit = edit,
                Version = "",
                Inputs = NoInputs,
                KeptUtc = clock.GetUtcNow().UtcTicks,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // It has just been kept: the row is there.
        }
    }

    /// <summary>The form has been saved, in that unit of work: what was kept of it is gone with the commit, and stays gone.</summary>
    /// <param name="work">In which it is saved.</param>
    /// <param name="item">What the form is of.</param>
    /// <param name="edit">Which opening of it.</param>
    /// <param name="saved">The id of the item that it was saved as.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task FinishAsync(IUnitOfWork work, string item, string edit, string saved, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create(work);
        var now = clock.GetUtcNow().UtcTicks;
        await Rows(context, item)
            .Where(row => row.Edit == edit)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(each => each.Inputs, (string?)null)
                        .SetProperty(each => each.Version, saved)
                        .SetProperty(each => each.KeptUtc, now),
                cancellationToken
            );
    }

    /// <summary>The id of the item that an opening of a form was saved as; null when it was not, or thrown away.</summary>
    public async Task<string?> FindSavedAsync(string item, string edit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        return await Rows(context, item)
            .Where(row => row.Edit == edit && row.Inputs == null && row.Version != "")
            .Select(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Throws away what was kept of one opening of the form, and what may still come of it.</summary>
    public async Task DiscardAsync(string item, string edit, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        await Rows(context, item)
            .Where(row => row.Edit == edit)
            .ExecuteUpdateAsync(
                row => row.SetProperty(each => each.Inputs, (string?)null).SetProperty(each => each.Version, ""),
                cancellationToken
            );
    }

    /// <summary>Removes what nobody has touched for <see cref="Lifetime"/>, whoever's it is.</summary>
    public async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var oldest = (clock.GetUtcNow() - Lifetime).UtcTicks;
        await context.Set<WorkingCopyRow>().Where(row => row.KeptUtc < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task MakeRoomAsync(CmsDbContext context, CancellationToken cancellationToken)
    {
        var own = context.Set<WorkingCopyRow>().Where(row => row.AccountId == Who && row.Inputs != null);
        var last = await own.OrderByDescending(row => row.KeptUtc)
            .Skip(MostOfAPerson - 1)
            .Select(row => (long?)row.KeptUtc)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is { } kept)
        {
            await own.Where(row => row.KeptUtc <= kept).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private IQueryable<WorkingCopyRow> Rows(CmsDbContext context, string item) =>
        context.Set<WorkingCopyRow>().Where(row => row.AccountId == Who && row.Item == item);

    private static WorkingCopy? Read(WorkingCopyRow? row) =>
        row is { Inputs: { } inputs } ? new(row.Edit, row.Version, PostedValues.Read(inputs), new(row.KeptUtc, TimeSpan.Zero)) : null;
}
