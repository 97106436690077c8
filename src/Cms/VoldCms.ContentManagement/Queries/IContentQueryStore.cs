using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// The reading side of the content store: turns a query into SQL and adds the tenant. Takes only what
/// <see cref="ContentReader"/> has put the principal's limits on. Scoped; safe for parallel reads.
/// </summary>
public interface IContentQueryStore
{
    /// <summary>
    /// The items that match. Each document has been through <see cref="AuthorizedQuery.MakeReadable"/>; it may be shared, and nobody
    /// changes it.
    /// </summary>
    Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// How many of the items that match have which values at the paths, the most frequent first; the query's page is one of groups. An
    /// item with
    /// several values at a path counts once for each.
    /// </summary>
    Task<ImmutableArray<ContentGroup>> CountAsync(AuthorizedQuery query, ImmutableArray<string> paths, CancellationToken cancellationToken);

    /// <summary>
    /// The items of the query's types that have become public, or ceased to be, after a position, in the order in which that happened;
    /// as many as the query takes. Without a position: what is public, in that order.
    /// </summary>
    Task<ImmutableArray<ContentChange>> ListChangesAsync(AuthorizedQuery query, ChangePosition? after, CancellationToken cancellationToken);

    /// <summary>The item that once had that path in public; null when nobody had. Whether it may be seen is not asked here.</summary>
    Task<ContentItemId?> FindFormerPathAsync(string path, CancellationToken cancellationToken);
}

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
        Sight? sight
    )
    {
        Query = query;
        Access = types;
        MaximumVisibility = access.MaximumVisibility;
        SeesPeople = access.SeesPeople;
        Configuration = configuration;
        Sight = sight;
    }

    public ContentQuery Query { get; }

    /// <summary>The types that may be read, and of which only one's own; never empty.</summary>
    public ImmutableArray<TypeAccess> Access { get; }

    /// <summary>Items above this level are not there.</summary>
    public Visibility MaximumVisibility { get; }

    /// <summary>Whether the reader is told who wrote and who owns an item.</summary>
    public bool SeesPeople { get; }

    /// <summary>What the ids that the query compares or counts may name; null when the principal may know of all.</summary>
    public Sight? Sight { get; }

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

/// <summary>Who may see an item, a field or an item in a bag. Stored as the number.</summary>
public enum Visibility
{
    Public = 0,

    /// <summary>Staff: permission <c>ViewInternalContent</c>.</summary>
    Internal = 1,

    /// <summary>Permission <c>ViewSecretContent</c>; never in a feed, an export for others or an index of words.</summary>
    Secret = 2,
}

/// <summary>The levels as items and definitions write them.</summary>
public static class VisibilityLevels
{
    /// <summary>The words that may be written.</summary>
    public static ImmutableArray<string> All { get; } = ["public", "internal", "secret"];

    /// <summary>The level of that name, ignoring case; what nobody knows is secret, to be safe.</summary>
    public static Visibility Read(string? name) =>
        "public".Equals(name, StringComparison.OrdinalIgnoreCase) ? Visibility.Public
        : "internal".Equals(name, StringComparison.OrdinalIgnoreCase) ? Visibility.Internal
        : Visibility.Secret;
}
