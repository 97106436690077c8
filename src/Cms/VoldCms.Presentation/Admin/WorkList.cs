using System.Collections.Immutable;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Admin;

/// <summary>What waits for somebody: a list on the start page. A module gives one for each reason to wait. Scoped.</summary>
public interface IWorkListSource
{
    /// <summary>Among the others, lowest first.</summary>
    int Order { get; }

    /// <summary>
    /// What waits for the one who asks, as far as she may see and do something about it; null when nothing of it is hers.
    /// </summary>
    /// <param name="page">The start page, which knows her.</param>
    /// <param name="limit">At most this many rows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    ValueTask<WorkList?> ReadAsync(AdminPageModel page, int limit, CancellationToken cancellationToken);
}

/// <summary>One list of what waits. Immutable.</summary>
/// <param name="Title">Why it waits.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Rows">The first of them.</param>
/// <param name="Href">Where all of them are.</param>
public sealed record WorkList(Wording Title, int Total, ImmutableArray<WorkListRow> Rows, string Href)
{
    /// <summary>What one looks for one of them by, waiting or not; null where there is no search.</summary>
    public Wording? Search { get; init; }
}

/// <summary>One thing that waits. Immutable.</summary>
/// <param name="What">Its name.</param>
/// <param name="Href">Where something is done about it.</param>
/// <param name="Note">What one knows of it; null when nothing more is known.</param>
public sealed record WorkListRow(Wording What, string Href, Wording? Note = null);
