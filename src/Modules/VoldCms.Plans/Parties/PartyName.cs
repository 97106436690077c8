using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.Parties;

/// <summary>A party as it is named where something is its responsibility.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">The document's name for it, with a capital letter.</param>
/// <param name="Href">Its page; null for one without an address.</param>
/// <param name="Spellings">Every way in which the documents write the name.</param>
internal sealed record PartyName(ContentItemId Id, string Name, string? Href, ImmutableArray<string> Spellings)
{
    private const string Part = PlanContentTypes.Party;

    /// <summary>Each spelling as a link to the party's page; none where it has no page.</summary>
    public IEnumerable<WordLink> Links => Href is null ? [] : Spellings.Select(spelling => new WordLink(spelling, Href));

    /// <summary>Reads it from a party.</summary>
    public static PartyName Of(Site site, ContentItem party)
    {
        var name = party.DisplayText ?? "";
        return new(party.ContentItemId, PrintedName.Capitalize(name), site.FindHref(party), [name, .. party.Lines(Part, "NameVariants")]);
    }
}
