using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.IntegrationTests.Services;

namespace VoldCms.IntegrationTests.Events;

/// <summary>
/// Municipalities whose plans name courses and events, one with an event and news of the tests' own, and one that begins empty.
/// </summary>
public sealed class EventsSite() : StandingSite(("Stavanger", "Stavanger"), ("Mosseregionen", "Mosseregionen"), ("Nykommune", "ny-kommune"))
{
    // The day of the event is that of the standing clock.
    private const string Invented = """
        {
          "name": "EventsTest",
          "steps": [
            {
              "name": "content",
              "data": [
                {
                  "ContentItemId": "4provekurs00000000000000001", "ContentType": "Event", "DisplayText": "Åpen dag",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Åpen dag" },
                  "AutoroutePart": { "Path": "nb/kurs/apen-dag" },
                  "LocalizationPart": { "LocalizationSet": "4proveset000000000000000001", "Culture": "nb" },
                  "Event": {
                    "About": { "Text": "Kom og se." },
                    "Starts": { "Value": "2026-11-17T00:00:00Z" }, "Ends": { "Value": "2026-11-18T00:00:00Z" },
                    "WhenText": { "Text": "klokka 12 til 15" },
                    "Place": { "Text": "Biblioteket" },
                    "SignUp": { "Url": "https://pamelding.example/", "Text": "Påmelding" }
                  }
                },
                {
                  "ContentItemId": "4provekurs00000000000000002", "ContentType": "Event", "DisplayText": "Møte uten dag",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Møte uten dag" },
                  "AutoroutePart": { "Path": "nb/kurs/uten-dag" },
                  "LocalizationPart": { "LocalizationSet": "4proveset000000000000000002", "Culture": "nb" },
                  "Event": { "About": { "Text": "Noen ganger." } }
                },
                {
                  "ContentItemId": "4provenytt00000000000000001", "ContentType": "NewsArticle", "DisplayText": "Ny vakttelefon",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Ny vakttelefon" },
                  "AutoroutePart": { "Path": "nb/aktuelt/telefon" },
                  "LocalizationPart": { "LocalizationSet": "4proveset000000000000000003", "Culture": "nb" },
                  "NewsArticle": {
                    "Kind": { "Text": "news" }, "Lead": { "Text": "Ring oss." },
                    "Body": { "Html": "<p>Den er åpen <strong>nå</strong>.</p><script>alert(1)</script>" },
                    "PublishedDate": { "Value": "2026-11-01T00:00:00Z" }
                  }
                },
                {
                  "ContentItemId": "4provenytt00000000000000002", "ContentType": "NewsArticle", "DisplayText": "Oransje uke",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Oransje uke" },
                  "AutoroutePart": { "Path": "nb/aktuelt/uke" },
                  "LocalizationPart": { "LocalizationSet": "4proveset000000000000000004", "Culture": "nb" },
                  "NewsArticle": { "Kind": { "Text": "campaign" }, "PublishedDate": { "Value": "2026-11-15T00:00:00Z" } }
                }
              ]
            }
          ]
        }
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RunAsync("Mosseregionen", Invented, TestContext.Current.CancellationToken);
    }

    public async Task<IDocument> ParseAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await GetPageAsync(path), TestContext.Current.CancellationToken);
}

/// <summary>Tests of courses, events and news share one site.</summary>
[CollectionDefinition(Name)]
public sealed class EventMunicipalities : ICollectionFixture<EventsSite>
{
    public const string Name = "Municipalities with events";
}
