using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The lists that two documents share, table against recipe: services, web resources, laws, duties, glossary, facts.</summary>
internal sealed class DocumentComparison(string recipe, JsonElement table)
{
    /// <summary>All whom the document makes responsible, but for words that are no party.</summary>
    public void Parties() =>
        Assert.Equal(
            table
                .GetProperty("counts")
                .GetProperty("responsibleParties")
                .EnumerateArray()
                .Select(party => party.GetString()!)
                .Where(party => !NoParties.Words.Contains(party)),
            Seed.Items(recipe, "Party").Select(Seed.Title)
        );

    public void Appendix() =>
        Assert.Equal(
            table
                .Rows("services")
                .Select(row =>
                    Seed.Row(
                        ("n", row.Cell("n")),
                        ("name", row.Cell("name")),
                        ("group", row.Cell("group")),
                        ("kind", row.Cell("kind")),
                        ("variants", row.Lines("nameVariants")),
                        ("sources", row.Lines("sources")),
                        ("listed", row.Lines("listedInChapter5or3")),
                        ("part of", row.Cell("partOf")),
                        ("units", row.Lines("units")),
                        ("phones", row.Lines("phones")),
                        ("phones as printed", row.Members("phonesText")),
                        ("phone notes", row.Members("phoneNotes")),
                        ("emergency", row.Lines("emergency")),
                        ("hours", row.Cell("hours")),
                        ("24 hours", row.Choice("availability24h")),
                        ("e-mail", row.Cell("email")),
                        ("url", row.Cell("url")),
                        ("description", row.Cell("description")),
                        ("other description", row.Members("descriptionOther")),
                        ("audience", row.Cell("audience")),
                        ("other audience", row.Cell("audienceOther")),
                        ("age", row.Cell("minAge")),
                        ("referral", row.Choice("requiresReferral")),
                        ("free", row.Choice("free")),
                        ("anonymous", row.Choice("anonymous")),
                        ("perpetrators", row.Choice("forPerpetrators")),
                        ("covers", row.Lines("covers")),
                        ("locations", row.Lines("locations")),
                        ("forwards to", row.Cell("forwardsTo")),
                        ("remarked", $"{row.IsRemarkedOn()}")
                    )
                ),
            Seed.Items(recipe, "AppendixEntry")
                .Select(item =>
                    Seed.Row(
                        ("n", item.Number("Order")),
                        ("name", item.Title()),
                        ("group", item.Text("GroupName")),
                        ("kind", item.Text("Kind")),
                        ("variants", item.Text("NameVariants")),
                        ("sources", item.Text("Sources")),
                        ("listed", item.Text("ListedIn")),
                        ("part of", item.Text("PartOf")),
                        ("units", item.Text("Units")),
                        ("phones", item.Text("Phones")),
                        ("phones as printed", item.Text("PhonesText")),
                        ("phone notes", item.Text("PhoneNotes")),
                        ("emergency", item.Text("EmergencyPhones")),
                        ("hours", item.Text("HoursText")),
                        ("24 hours", item.Text("Open24Hours")),
                        ("e-mail", item.Text("Email")),
                        ("url", item.Url("Address")),
                        ("description", item.Text("Description")),
                        ("other description", item.Text("OtherDescription")),
                        ("audience", item.Text("AudienceText")),
                        ("other audience", item.Text("OtherAudienceText")),
                        ("age", item.Number("MinimumAge")),
                        ("referral", item.Text("RequiresReferral")),
                        ("free", item.Text("Free")),
                        ("anonymous", item.Text("Anonymous")),
                        ("perpetrators", item.Text("ForPerpetrators")),
                        ("covers", item.Text("Covers")),
                        ("locations", item.Text("Locations")),
                        ("forwards to", item.Text("ForwardsTo")),
                        ("remarked", $"{item.Text("EditorNote") != ""}")
                    )
                )
        );

    /// <summary>
    /// The living directory begins with the document's words for each service that it has taken over, and calls it by one of the
    /// names that the document prints.
    /// </summary>
    public void Services()
    {
        var services = Seed.Items(recipe, "Service").ToDictionary(Seed.Id);
        foreach (var entry in Seed.Items(recipe, "AppendixEntry"))
        {
            foreach (var service in entry.PickedIds("Service").Where(services.ContainsKey).Select(id => services[id]))
            {
                Assert.Contains(
                    entry.Text("NameVariants").Split('\n').Prepend(entry.Title()),
                    name => name.StartsWith(service.Title().TrimEnd('…', ' '), StringComparison.Ordinal)
                );
                Assert.Equal(entry.Text("Description"), service.Text("Description"));
                Assert.Equal(entry.Text("AudienceText"), service.Text("AudienceText"));
                Assert.Equal(entry.Text("NameVariants"), service.Text("NameVariants"));
                services.Remove(service.Id());
            }
        }

        Assert.Empty(services);
    }

    /// <param name="contextAsPrinted">Gives the printed words for a context that the table only describes.</param>
    public void WebResources(Func<string, string> contextAsPrinted) =>
        Assert.Equal(
            table
                .Rows("webResources")
                .Select(row =>
                    Seed.Row(
                        ("url", row.Cell("url")),
                        ("name", row.Cell("name")),
                        ("chapter", row.Cell("chapter")),
                        ("context", contextAsPrinted(row.Cell("context")))
                    )
                ),
            Seed.Items(recipe, "WebResource")
                .SelectMany(item => item.Bag("Mentions"))
                .OrderBy(mention => int.Parse(mention.Number("Order"), System.Globalization.CultureInfo.InvariantCulture))
                .Select(mention =>
                    Seed.Row(
                        ("url", mention.Text("PrintedAddress")),
                        ("name", mention.Text("Name")),
                        ("chapter", mention.Text("Chapter")),
                        ("context", mention.Text("Context"))
                    )
                )
        );

    public void Laws() =>
        Assert.Equal(
            table
                .Rows("laws")
                .Select(
                    (row, index) =>
                        Seed.Row(
                            ("n", $"{index + 1}"),
                            ("law", row.Cell("law")),
                            ("paragraph", row.Cell("paragraph")),
                            ("chapter", row.Cell("chapter")),
                            ("text", row.Cell("text")),
                            ("context", row.Cell("context")),
                            ("url", row.Cell("url")),
                            ("remarked", $"{row.IsRemarkedOn()}")
                        )
                ),
            Seed.Items(recipe, "LawReference")
                .Select(item =>
                    Seed.Row(
                        ("n", item.Number("Order")),
                        ("law", item.Text("Law")),
                        ("paragraph", item.Text("Paragraph")),
                        ("chapter", item.Text("Chapter")),
                        ("text", item.Text("Text")),
                        ("context", item.Text("Context")),
                        ("url", item.Url("Address")),
                        ("remarked", $"{item.Text("EditorNote") != ""}")
                    )
                )
        );

    public void Duties() =>
        Assert.Equal(
            table
                .Rows("duties")
                .Select(row =>
                    Seed.Row(
                        ("name", row.Cell("name")),
                        ("kind", row.Cell("kind") is { Length: > 0 } kind ? kind : "legal"),
                        ("chapter", row.Cell("chapter")),
                        ("text", row.Cell("text")),
                        ("applies to", row.Cell("appliesTo")),
                        ("report to", row.Lines("reportTo")),
                        ("overrides", row.Choice("overridesConfidentiality")),
                        ("laws", row.Lines("laws"))
                    )
                ),
            Seed.Items(recipe, "Duty")
                .Select(item =>
                    Seed.Row(
                        ("name", item.Title()),
                        ("kind", item.Text("Kind")),
                        ("chapter", item.Text("Chapter")),
                        ("text", item.Text("Text")),
                        ("applies to", item.Text("AppliesTo")),
                        ("report to", item.Text("ReportTo")),
                        ("overrides", item.Text("OverridesConfidentiality")),
                        ("laws", item.Text("LawsText"))
                    )
                )
        );

    public void Glossary()
    {
        var abbreviations = table
            .GetProperty("abbreviations")
            .EnumerateObject()
            .Select(member =>
                Seed.Row(("term", member.Name), ("definition", member.Value.GetString()!), ("items", ""), ("source", ""), ("url", ""))
            );
        var definitions = table
            .Rows("definitions")
            .Select(row =>
                Seed.Row(
                    ("term", row.Cell("term")),
                    ("definition", row.Cell("definition")),
                    ("items", row.Lines("items") + row.Lines("levels")),
                    ("source", row.Cell("source")),
                    ("url", row.Cell("url"))
                )
            );

        Assert.Equal(
            abbreviations.Concat(definitions),
            Seed.Items(recipe, "GlossaryTerm")
                .Select(item =>
                    Seed.Row(
                        ("term", item.Title()),
                        ("definition", item.Text("Definition")),
                        ("items", item.Text("ListItems")),
                        ("source", item.Text("Source")),
                        ("url", item.Url("SourceAddress"))
                    )
                )
        );
    }

    public void Facts() =>
        Assert.Equal(
            table
                .Rows("facts")
                .Select(
                    (row, index) =>
                        Seed.Row(
                            ("n", $"{index + 1}"),
                            ("chapter", row.Cell("chapter")),
                            ("group", row.Cell("group")),
                            ("text", row.Cell("text"))
                        )
                ),
            Seed.Items(recipe, "Indicator")
                .Select(item =>
                    Seed.Row(
                        ("n", item.Number("Order")),
                        ("chapter", item.Text("Chapter")),
                        ("group", item.Text("GroupName")),
                        ("text", item.Text("Text"))
                    )
                )
        );

    /// <summary>Each value of a fact is a number that its text prints, decimal comma and all.</summary>
    public void FactValuesArePrinted() =>
        Assert.All(
            Seed.Items(recipe, "Indicator"),
            item =>
            {
                var printed = item.Text("Text").Replace(" ", "", StringComparison.Ordinal);
                Assert.All(
                    item.Bag("Values"),
                    value => Assert.Contains(value.Number("Amount").Replace('.', ','), printed, StringComparison.Ordinal)
                );
            }
        );

    /// <summary>The plan's passages hold these texts and lists and no others.</summary>
    public void Passages(params IEnumerable<(string Text, string ListItems)> expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Seed.Items(recipe, "Plan")).Bag("Passages").Select(passage => (passage.Text("Text"), passage.Text("ListItems")))
        );
}
