namespace VoldCms.IntegrationTests.Services;

/// <summary>A service of the tests' own, open in the day: its number has been checked by somebody, and its place is secret.</summary>
internal static class ServicesRecipe
{
    private const string Template = """
        {
          "name": "ServicesTest",
          "steps": [
            {
              "name": "content",
              "data": [
                {
                  "ContentItemId": "4provekanal0000000000000001", "ContentType": "Channel", "DisplayText": "55 00 00 01",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "55 00 00 01" },
                  "Channel": { "Kind": { "Text": "phone" }, "Phone": { "Text": "55 00 00 01" },
                    "OpeningHours": { "Text": "Mo-Fr 08:00-15:00" } },
                  "VerificationPart": { "Source": { "Text": "Kilden" }, "CheckedDate": { "Value": "2026-11-02" } }
                },
                {
                  "ContentItemId": "4proveplass0000000000000001", "ContentType": "Place", "DisplayText": "SECRET huset",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "SECRET huset" },
                  "VisibilityPart": { "Level": { "Text": "secret" } },
                  "Place": { "StreetAddress": { "Text": "SECRET" }, "City": { "Text": "Tønsberg" } }
                },
                {
                  "ContentItemId": "4provetilbud000000000000001", "ContentType": "Service", "DisplayText": "Prøvetilbudet",
                    "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Prøvetilbudet" },
                  "AutoroutePart": { "Path": "nb/tilbud/prove" },
                  "LocalizationPart": { "LocalizationSet": "4provesett00000000000000001", "Culture": "nb" },
                  "Service": {
                    "Description": { "Text": "Et tilbud for prøver. Mer om det." },
                    "NameVariants": { "Text": "Prøvetilbudet:\nTestkontoret" },
                    "Channels": { "ContentItemIds": ["4provekanal0000000000000001"] },
                    "Places": { "ContentItemIds": ["4proveplass0000000000000001"] },
                    "Interpreter": { "Text": "yes" },
                    "Pets": { "Text": "yes" },
                    "Languages": { "Text": "ar\nxx\nuk" },
                    "Anonymous": { "Text": "unknown" },
                    "Audiences": { "TaxonomyContentItemId": "4yc4sx374s6j6dyd5a7nak74ej",
                      "TermContentItemIds": ["4tx2rt23wpt5pkm210ys8bhfnd"] }
                  }
                }
              ]
            }
          ]
        }
        """;

    public static string NamesInTitles(bool value) =>
        $$"""
            {
              "name": "ServicesTitles",
              "steps": [
                { "name": "custom-settings", "PublicSite": { "ContentType": "PublicSite",
                  "PublicSite": { "ServiceNamesInTitles": { "Value": {{(
                value ? "true" : "false"
            )}} } } } }
              ]
            }
            """;

    /// <param name="secret">The words of the secret place.</param>
    public static string WithSecret(string secret) => Template.Replace("SECRET", secret, StringComparison.Ordinal);
}
