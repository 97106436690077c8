using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Arrangements;

/// <summary>The documents and agreements that a plan names stand on its page, and on the page of whose they are.</summary>
[Collection(SharedPlansSite.Name)]
public sealed class RelatedDocumentsTests(PlansSite site)
{
    [Theory]
    [InlineData(
        "/porsgrunn/nb/planer/tiltaksplan",
        6,
        "Lokal prosedyre - TQM(gravide)",
        "Prosedyre",
        "Bare tilgjengelig for kommunens egne ansatte"
    )]
    [InlineData("/porsgrunn/nb/planer/tiltaksplan", 6, "anmodningsbrev", "Mal", "Ny mal innen våren 2023")]
    [InlineData("/porsgrunn/nb/planer/forebyggende", 12, "maler for utviklingssamtaler", "Mal", "Revidere maler")]
    [InlineData(
        "/porsgrunn/nb/planer/forebyggende",
        12,
        "tverretatlige samarbeidsavtaler for flere områder",
        "Samarbeidsavtale",
        "Utarbeide"
    )]
    [InlineData("/tonsberg/nb/planer/temaplan", 5, "relevante samarbeidsavtaler mellom tjenestene", "Samarbeidsavtale", "etter hvert år")]
    [InlineData("/mosseregionen/nb/planer/handlingsplan", 11, "Krisesenter-NAV", "Rutine", "Delvis i samarbeidsrutine")]
    public async Task A_plan_lists_its_documents(string plan, int count, string title, string kind, string says)
    {
        var documents = DocumentsOf(await site.GetPageAsync(plan));

        Assert.Equal(count, documents.Count);
        var document = Assert.Single(
            documents,
            document => string.Equals(document.QuerySelector("strong")!.Words(), title, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(kind, document.QuerySelector(".small")!.Words());
        Assert.Contains(says, document.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_it_is_has_it_on_the_own_page_and_the_measure_is_a_link()
    {
        var document = Assert.Single(
            DocumentsOf(await site.GetPageAsync("/mosseregionen/nb/planer/ansvarlige/politi")),
            document => document.QuerySelector("strong")!.Words() == "Samarbeidsavtale krisesenter vs politi."
        );

        Assert.Contains(document.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/mosseregionen/nb/tiltak/handlingsplan/27");
        Assert.Contains(document.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/mosseregionen/nb/planer/ansvarlige/politi");
    }

    [Fact]
    public async Task A_plan_that_names_none_has_no_such_part() =>
        Assert.Null((await site.GetPageAsync("/stavanger/nb/planer/trygg")).QuerySelector("#relateddocument"));

    private static List<IElement> DocumentsOf(IDocument page) =>
        [.. page.QuerySelector("#relateddocument")!.ParentElement!.QuerySelectorAll(".measure-list > li")];
}
