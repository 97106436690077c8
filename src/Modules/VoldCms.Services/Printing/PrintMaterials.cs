using System.Collections.Immutable;
using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>Something printed that the municipality has, or has decided to make.</summary>
/// <param name="Title">What it is called, in the document's language.</param>
/// <param name="Kind">What sort of thing it is; null when nobody has said.</param>
/// <param name="Description">What is said of it.</param>
/// <param name="Audience">Whom it is for, in the document's words.</param>
/// <param name="Status">How far it has come, in the document's words.</param>
/// <param name="Approval">Who has approved it, in the document's words, and on which day; null when nobody has said.</param>
/// <param name="Available">Where it is to be had, in words.</param>
/// <param name="Link">Where it is to be had on the web; <see cref="LinkCard.Text"/> is whose page it is.</param>
/// <param name="Measures">The plan's measures about it.</param>
internal sealed record PrintMaterialView(
    string Title,
    Wording? Kind,
    string? Description,
    string? Audience,
    string? Status,
    string? Approval,
    string? Available,
    LinkCard? Link,
    ImmutableArray<LinkCard> Measures
);

/// <summary>Reads the leaflets, posters and letters that are made elsewhere than on this site. Scoped.</summary>
internal sealed class PrintMaterialReader(ContentReader reader, LocalizedItems items, Site site)
{
    private const string Material = ServiceContentTypes.PrintMaterial;

    /// <summary>All of it, in the editor's order.</summary>
    public async Task<ImmutableArray<PrintMaterialView>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await reader.ListAllAsync(ContentQuery.For(Material), cancellationToken);
        var measures = await NamedMeasures.ReadAsync(items, site, all, cancellationToken);
        return
        [
            .. all.OrderBy(material => material.Number(Material, "Order") ?? int.MaxValue)
                .Select(material => new PrintMaterialView(
                    material.DisplayText ?? "",
                    KindOf(material),
                    material.Text(Material, "Description"),
                    material.Text(Material, "AudienceText"),
                    material.Text(Material, "StatusText"),
                    ReadApproval(material),
                    material.Text(Material, "AvailableText"),
                    material.Link(Material, "Address") is { } link ? new(link.Text, link.Href, link.Domain) : null,
                    measures.Of(material)
                )),
        ];
    }

    // Documents write days so.
    private static string? ReadApproval(ContentItem material) =>
        material.Text(Material, "ApprovedBy") is { } body
            ? material.Day(Material, "ApprovedDate") is { } day
                ? $"{body}, {day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}"
                : body
            : null;

    private Wording? KindOf(ContentItem material) =>
        material.Text(Material, "Kind") switch
        {
            "leaflet" => site.Texts["Leaflet"],
            "poster" => site.Texts["Poster"],
            "rollUp" => site.Texts["Roll-up"],
            "actionCard" => site.Texts["Action card"],
            "letter" => site.Texts["Letter"],
            _ => null,
        };
}
