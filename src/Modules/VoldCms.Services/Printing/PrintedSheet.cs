using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Services.Channels;
using VoldCms.Services.Finding;

namespace VoldCms.Services.Printing;

/// <summary>What stands on a sheet that is hung up or handed out.</summary>
/// <param name="Lines">Whom to call first: the municipality's shelter, and who answers day and night.</param>
/// <param name="Local">The municipality's own services that can be rung, nearest first.</param>
/// <param name="Address">The site's own address, short and neutral, as people type it.</param>
/// <param name="AddressToScan">The same, whole.</param>
/// <param name="PrintedOn">The day, since paper grows old.</param>
/// <param name="Norwegian">The texts in Norwegian beside another language's; null where the page is in Norwegian.</param>
internal sealed record PrintedSheet(
    ImmutableArray<ServiceLineView> Lines,
    ImmutableArray<ServiceLineView> Local,
    string Address,
    string AddressToScan,
    string PrintedOn,
    Texts? Norwegian
)
{
    /// <summary>Nothing has been read.</summary>
    public static PrintedSheet Empty { get; } = new([], [], "", "", "", null);

    /// <summary>The one number that stands where there is room for no more: somebody certainly answers it.</summary>
    public string FirstNumber => Lines.Where(IsAnswered).Select(line => line.Channel.Text).FirstOrDefault("112");

    /// <summary>Whether somebody answers day and night, or is there: a shelter is staffed, whatever is known of its telephone.</summary>
    public static bool IsDayAndNight(ServiceLineView line) => IsAnswered(line) || line.Service.House.Contains(Readiness.DayAndNight);

    private static bool IsAnswered(ServiceLineView line) => line.Channel.Readiness == Readiness.DayAndNight;
}

/// <summary>Reads what is printed from what is published now. Scoped.</summary>
internal sealed class PrintedSheetReader(ServiceReader services, TextCatalog catalog, Site site, TimeProvider clock)
{
    private const int MostLines = 4;
    private const int MostLocal = 3;

    /// <param name="root">The tenant's root with scheme and host.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PrintedSheet> ReadAsync(string root, CancellationToken cancellationToken)
    {
        var lines = await services.ListLinesAsync(cancellationToken);
        var local = await services.ListLocalPhonesAsync(cancellationToken);
        ImmutableArray<ServiceLineView> shown = [.. lines.Take(MostLines)];
        ImmutableArray<ServiceLineView> near =
        [
            .. local.Where(line => shown.All(other => other.Channel.Href != line.Channel.Href)).Take(MostLocal),
        ];
        return new(
            shown,
            near,
            root[(root.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/'),
            root,
            OsloDay().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            site.Culture.IsNorwegian ? null : catalog.For(Cultures.Find("nb")!, site.Tenant?.Name)
        );
    }

    private DateOnly OsloDay() => OpeningHours.OsloClock.Read(NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow())).Date.ToDateOnly();
}
