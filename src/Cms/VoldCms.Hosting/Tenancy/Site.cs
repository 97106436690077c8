using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// What a page is part of: one tenant's site, or the installation's own front, in one language. Scoped; filled by the
/// middleware before any page runs.
/// </summary>
public sealed class Site
{
    private State? _state;

    /// <summary>False outside requests, and before tenant and language are known.</summary>
    [MemberNotNullWhen(true, nameof(_state))]
    public bool IsKnown => _state is not null;

    /// <summary>Which part of the site the request is for; null until its address has been looked at.</summary>
    public SiteArea? Area => Address?.Area;

    /// <summary>The path that was asked for, below its language; empty for the front page.</summary>
    public string PathBelowLanguage => Address?.Below.Trim('/') ?? "";

    /// <summary>The request's address; null until it has been looked at.</summary>
    internal SiteAddress? Address { get; set; }

    /// <summary>Null on the installation's own front.</summary>
    public Tenant? Tenant => Known.Tenant;

    /// <summary>The tenant's settings; empty on the installation's own front.</summary>
    public SiteSettings Settings => Known.Settings;

    /// <summary>
    /// The tenant's public version as it was when the request came, or at most a second before; 0 on the installation's own front.
    /// </summary>
    public long PublicVersion => Known.PublicVersion;

    /// <summary>The language of the page.</summary>
    public Culture Culture => Known.Culture;

    /// <summary>The languages that the site is offered in, in the settings' order.</summary>
    public ImmutableArray<Culture> Cultures => Known.Cultures;

    /// <summary>The interface's texts in the language of the page.</summary>
    public Texts Texts => Known.Texts;

    /// <summary>
    /// What comes before a path to make a whole address of it: configured, never what a request says; empty when nothing is.
    /// </summary>
    public string Origin => Known.Origin;

    /// <summary>
    /// The cultures to answer in, nearest first: the page's, its fallbacks, and at last the site's other languages, since a
    /// page in a foreign language is better than none.
    /// </summary>
    public IEnumerable<string> AnswerOrder =>
        Settings.AnswerChain(Culture.Name).Concat(Cultures.Select(culture => culture.Name)).Distinct(StringComparer.OrdinalIgnoreCase);

    private State Known =>
        _state
        ?? throw new InvalidOperationException("The site of this scope is not known; a page needs the tenants' middleware before it.");

    /// <summary>The address of a page of this site in the language of the page.</summary>
    /// <param name="path">Without a leading slash, not escaped; empty for the front page.</param>
    public string Href(string path = "") => Href(Culture, path);

    /// <inheritdoc cref="Href(string)"/>
    /// <param name="culture">Another language.</param>
    /// <param name="path">As above.</param>
    public string Href(Culture culture, string path = "")
    {
        var address = Known.Root + (path.Length == 0 ? $"/{culture.Name}" : $"/{culture.Name}/{path}");
        return new PathString(address).ToUriComponent();
    }

    internal void Set(
        Tenant? tenant,
        long publicVersion,
        SiteSettings settings,
        ImmutableArray<Culture> cultures,
        Texts texts,
        PathString root,
        string origin
    ) => _state = new(tenant, publicVersion, settings, texts.Culture, cultures, texts, root.Value ?? "", origin);

    private sealed record State(
        Tenant? Tenant,
        long PublicVersion,
        SiteSettings Settings,
        Culture Culture,
        ImmutableArray<Culture> Cultures,
        Texts Texts,
        string Root,
        string Origin
    );
}
