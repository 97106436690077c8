using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// A query with what the principal may see: only <see cref="ContentReader"/> makes one, so nothing reads past it.
/// </summary>
public sealed record AuthorizedQuery
{
    internal AuthorizedQuery(
        ContentQuery query,
        ImmutableArray<TypeAccess> types,
        ReadAccess access,
        TenantConfiguration configuration,
        VisibleTargets? targets
    )
    {
        Query = query;
        Access = types;
        MaximumVisibility = access.MaximumVisibility;
        SeesPeople = access.SeesPeople;
        Configuration = configuration;
        VisibleTargets = targets;
    }

    /// <summary>What was asked, and may be asked by this reader.</summary>
    public ContentQuery Query { get; }

    /// <summary>The types that may be read, and of which only one's own; never empty.</summary>
    public ImmutableArray<TypeAccess> Access { get; }

    /// <summary>Items above this level are not there.</summary>
    public VisibilityLevel MaximumVisibility { get; }

    /// <summary>Whether the reader is told who wrote and who owns an item.</summary>
    public bool SeesPeople { get; }

    /// <summary>What the ids that the query compares or counts may name; null when the principal may know of all.</summary>
    public VisibleTargets? VisibleTargets { get; }

    /// <summary>What the query was checked against: kinds of paths, order of words, supported cultures.</summary>
    public TenantConfiguration Configuration { get; }

    /// <summary>
    /// The item as this reader sees it. Whether there is a draft beside what is public is told to those alone who may read drafts: to
    /// others what is public is the latest there is. Who wrote it is told to those who are known here.
    /// </summary>
    public ContentItem AsSeen(ContentItem item)
    {
        var seen =
            item is { Published: true, Latest: false } && !Access.Any(access => access.SeesDrafts && access.ContentType == item.ContentType)
                ? item with
                {
                    Latest = true,
                }
                : item;
        return SeesPeople || seen is { Owner: "", Author: "" } ? seen : seen with { Owner = "", Author = "" };
    }

    /// <summary>
    /// Makes a document what the reader may have of it: without what is above the level, and with HTML as the sanitizer of today leaves it,
    /// whoever stored it when and as what. However deep it lies.
    /// </summary>
    /// <param name="contentType">What it is a document of.</param>
    /// <param name="document">The caller's alone.</param>
    public void MakeReadable(string contentType, JsonObject document)
    {
        if (Configuration.Model.FindType(contentType) is not { } type)
        {
            return;
        }

        HiddenFields.TakeOut(document, type, Configuration.Model, MaximumVisibility, SeesPeople);
        if (!type.MayHoldHtml && !document.ContainsKey(ContentTree.ChildTerms))
        {
            return;
        }

        foreach (var html in StoredText.HtmlOf(document, type, Configuration.Model))
        {
            html.Clean();
        }
    }
}

/// <summary>What of a type may be read.</summary>
/// <param name="ContentType">The type.</param>
/// <param name="OwnerOnly">Null for all; else the id of the user whose items alone may be read.</param>
/// <param name="IsLocalized">The type carries LocalizationPart, so <see cref="ContentQuery.Culture"/> picks among its items.</param>
/// <param name="SeesDrafts">Drafts of these items may be read too.</param>
public sealed record TypeAccess(string ContentType, string? OwnerOnly, bool IsLocalized, bool SeesDrafts);
