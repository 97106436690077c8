using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>As much of the modules' own content types as their computed fields and named queries go by.</summary>
internal static class ModulesSample
{
    public const string Definitions = """
        {
          "ContentTypes": [
            { "Name": "Service", "DisplayName": "Tilbud", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "LocalizationPart", "Name": "LocalizationPart" },
                { "PartName": "VisibilityPart", "Name": "VisibilityPart" }, { "PartName": "Service", "Name": "Service" }] },
            { "Name": "Channel", "DisplayName": "Kanal", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" },
                  { "PartName": "Channel", "Name": "Channel" }] },
            { "Name": "Place", "DisplayName": "Sted", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }, { "PartName": "Place", "Name": "Place" }] },
            { "Name": "Audiences", "DisplayName": "Hvem", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart" }] },
            { "Name": "Term", "DisplayName": "Ord", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" },
              { "PartName": "Term", "Name": "Term" }] },
            { "Name": "Plan", "DisplayName": "Plan", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" },
              { "PartName": "VisibilityPart", "Name": "VisibilityPart" }] },
            { "Name": "PlanSection", "DisplayName": "Del av plan", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "PlanSection", "Name": "PlanSection" }] },
            { "Name": "Measure", "DisplayName": "Tiltak", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" },
                  { "PartName": "Measure", "Name": "Measure" }] }
          ],
          "ContentParts": [
            { "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Level" }] },
            { "Name": "Term", "ContentPartFieldDefinitionRecords": [{ "FieldName": "NumericField", "Name": "Code" }] },
            { "Name": "Service", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "ContentPickerField", "Name": "Channels", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Channel"] } } },
                { "FieldName": "TaxonomyField", "Name": "Audiences" }, { "FieldName": "TaxonomyField", "Name": "Situations" },
                  { "FieldName": "BooleanField", "Name": "National" }] },
            { "Name": "Channel", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Kind" }, { "FieldName": "TextField", "Name": "OpeningHours" },
                  { "FieldName": "BooleanField", "Name": "Emergency" }] },
            { "Name": "Place", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "OpeningHours" }] },
            { "Name": "PlanSection", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "ContentPickerField", "Name": "Plan", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Plan"] } } }] },
            { "Name": "Measure", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "ContentPickerField", "Name": "Plan", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Plan"] } } },
                { "FieldName": "ContentPickerField", "Name": "Section", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["PlanSection"] } } },
                { "FieldName": "TextField", "Name": "State" }, { "FieldName": "DateField", "Name": "DeadlineDate" }] }
          ]
        }
        """;

    /// <summary>The modules' own taxonomy of whom a service is for.</summary>
    public const string AudiencesId = "4yc4sx374s6j6dyd5a7nak74ej";

    public static ContentItem Channel(string id, string? hours, string kind = "phone", bool isEmergency = false, string? level = null)
    {
        var channel = new JsonObject
        {
            ["Kind"] = Text(kind),
            ["Emergency"] = new JsonObject { ["Value"] = isEmergency },
        };
        if (hours is not null)
        {
            channel["OpeningHours"] = Text(hours);
        }

        return With(ApiSample.Item("Channel", id, level: level), "Channel", channel);
    }

    public static ContentItem Service(
        string id,
        string[] channels,
        string? audience = null,
        bool isNational = false,
        string? culture = null,
        string? set = null
    )
    {
        var item = With(
            ApiSample.Item("Service", id),
            "Service",
            new JsonObject
            {
                ["Channels"] = Picker(channels),
                ["Audiences"] = new JsonObject { ["TermContentItemIds"] = Ids(audience is null ? [] : [audience]) },
                ["National"] = new JsonObject { ["Value"] = isNational },
            }
        );
        return culture is null ? item : With(item, "LocalizationPart", new JsonObject { ["Culture"] = culture, ["LocalizationSet"] = set });
    }

    public static ContentItem Measure(string id, string plan, string? section, string? state, string? deadline = null, string? level = null)
    {
        var measure = new JsonObject { ["Plan"] = Picker(plan) };
        if (section is not null)
        {
            measure["Section"] = Picker(section);
        }

        if (state is not null)
        {
            measure["State"] = Text(state);
        }

        if (deadline is not null)
        {
            measure["DeadlineDate"] = new JsonObject { ["Value"] = $"{deadline}T00:00:00Z" };
        }

        return With(ApiSample.Item("Measure", id, level: level), "Measure", measure);
    }

    /// <summary>A tenant with services, and channels that are open at all hours, by day and nobody knows when.</summary>
    public static async Task<ApiTenant> CreateServicesAsync(this ApiSite site)
    {
        var tenant = await site.CreateTenantAsync(Definitions);
        await tenant.Content.PublishAsync(
            ApiSample.Item(
                "Audiences",
                AudiencesId,
                """
                { "TaxonomyPart": { "TermContentType": "Term", "Terms": [
                  { "ContentItemId": "everyone", "ContentType": "Term", "DisplayText": "Alle", "Term": { "Code": { "Value": 1 } } },
                  { "ContentItemId": "men", "ContentType": "Term", "DisplayText": "Menn", "Term": { "Code": { "Value": 4 } } },
                  { "ContentItemId": "children", "ContentType": "Term", "DisplayText": "Barn", "Term": { "Code": { "Value": 3 } } }] } }
                """
            ),
            Channel("day", "Mo-Fr 08:00-15:30"),
            Channel("always", "24/7", kind: "chat"),
            Channel("ask", null),
            Channel("mail", "24/7", kind: "email"),
            Channel("alarm", null, isEmergency: true),
            ApiSample.Item("Place", "house", """{ "Place": { "OpeningHours": { "Text": "Mo-Fr 09:00-11:00" } } }"""),
            Service("both", ["day", "alarm", "mail"], "everyone", culture: "nb", set: "s1"),
            Service("both-nn", ["day", "alarm", "mail"], "everyone", culture: "nn", set: "s1"),
            Service("national", ["always"], "men", isNational: true),
            Service("post", ["mail"]),
            Service("none", [])
        );
        return tenant;
    }

    /// <summary>A tenant with plans and measures that are done, late, dropped and hidden.</summary>
    public static async Task<ApiTenant> CreatePlansAsync(this ApiSite site)
    {
        var tenant = await site.CreateTenantAsync(Definitions);
        await tenant.Content.PublishAsync(
            ApiSample.Item("Plan", "a"),
            ApiSample.Item("Plan", "b"),
            ApiSample.Item("Plan", "c"),
            ApiSample.Item("PlanSection", "section"),
            Measure("a1", "a", null, "ongoing", "2026-03-31"),
            Measure("a2", "a", "section", "done", "2026-01-31"),
            Measure("a3", "a", null, null, "2026-06-30"),
            Measure("a4", "a", "section", "done"),
            Measure("b1", "b", null, "ongoing", "2026-06-29"),
            Measure("b2", "b", null, "starting", "2026-01-01", level: "internal")
        );
        return tenant;
    }

    private static ContentItem With(ContentItem item, string part, JsonObject content)
    {
        item.Content[part] = content;
        return item;
    }

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static JsonObject Picker(params string[] ids) => new() { ["ContentItemIds"] = Ids(ids) };

    private static JsonArray Ids(string[] ids) => new([.. ids.Select(id => JsonValue.Create(id))]);
}
