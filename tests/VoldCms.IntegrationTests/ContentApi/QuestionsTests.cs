using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.IntegrationTests.Plans;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>
/// Twenty questions that users of the five plans ask, each of one municipality's API in one request; the answers were read in the
/// documents. Two cannot be answered: <c>docs/api.md</c> says why.
/// </summary>
public sealed class QuestionsTests(PlansSite site) : IClassFixture<PlansSite>
{
    private const string Day = "2026-11-29T12:00:00+01:00";
    private const string Night = "2026-11-29T02:00:00+01:00";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Number, municipality, question, and what the answer says.</summary>
    public static TheoryData<int, string, string, string[]> Asked =>
        new()
        {
            // What is the shelter responsible for? In Porsgrunn for nothing, in Moss for ten measures, its board for one.
            {
                1,
                "porsgrunn",
                """
                    { measureConnection(where: { responsibleParties: { contentItem: { displayText_contains: "krisesenter" } } }) {
                        totalCount } }
                    """,
                ["""{"totalCount":0}"""]
            },
            {
                1,
                "mosseregionen",
                """
                    { measureConnection(first: 20,
                        where: { responsibleParties: { contentItem: { displayText_contains: "krisesenter" } } }) {
                        totalCount nodes { number } } }
                    """,
                ["\"totalCount\":11", "\"10\"", "\"16\"", "\"19\"", "\"21\"", "\"24\"", "\"27\"", "\"28\"", "\"34\"", "\"39\"", "\"44\""]
            },
            // What has its deadline in 2025?
            {
                2,
                "tonsberg",
                """
                    { measureConnection(where: { deadlineDate_gte: "2025-01-01", deadlineDate_lte: "2025-12-31" }) {
                        totalCount nodes { path deadlineText } } }
                    """,
                ["\"totalCount\":6", "tiltak/temaplan/6-1-11", "tiltak/temaplan/6-1-16", "Iverksettes første kvartal 2025"]
            },
            // Whom can a child call at night?
            {
                3,
                "tonsberg",
                $$"""
                    { service(culture: "nb", first: 50, where: { audiences: { term: { displayText_in: ["Barn og unge", "Alle"] } } }) {
                        displayText openNow(at: "{{Night}}") channels { contentItems { ... on Channel { phone } } } } }
                    """,
                ["\"Alarmtelefonen for barn og unge\",\"openNow\":true", "116 111", "\"Politiets nødnummer\",\"openNow\":true"]
            },
            // What is the duty to avert, and whose is it?
            {
                4,
                "tonsberg",
                """
                    { duty(culture: "nb", where: { displayText: "Avvergeplikt" }) {
                        text appliesTo reportTo overridesConfidentiality lawsText sameAs { contentItems { displayText } } } }
                    """,
                ["Alle har en generell plikt til å hindre", "Straffeloven § 139", "Straffelovens § 196", "\"Plikten til å avverge\""]
            },
            // What is red in Moss? Of no measure it can be said; of the report, how much.
            {
                5,
                "mosseregionen",
                """
                    { statusEntryConnection(where: { colour: "red" }) { totalCount }
                      light(where: { colour: "red" }) { meaning share } }
                    """,
                ["\"totalCount\":0", "\"ikke utført\",\"share\":6"]
            },
            // Which measures share a target group across municipalities? One API is one municipality: of this one.
            {
                6,
                "porsgrunn",
                """{ measureCounts(by: [targetGroups], first: 20) { count keys { value contentItem { displayText } } } }""",
                ["\"Ansatte\"", "\"Foreldre\"", "\"Barn\""]
            },
            // What is overdue?
            {
                7,
                "tonsberg",
                $$"""{ overdueMeasures(at: "{{Day}}") { path deadlineText overdue(at: "{{Day}}") } }""",
                ["tiltak/temaplan/6-1-11", "tiltak/temaplan/6-1-16", "\"overdue\":true"]
            },
            // What has run out?
            {
                7,
                "porsgrunn",
                $$"""{ runOutMeasures(at: "{{Day}}") { path projectUntil fundingUntil runOut(at: "{{Day}}") } }""",
                [
                    "\"tiltak/forebyggende/b-10\",\"projectUntil\":null,\"fundingUntil\":2024,\"runOut\":true",
                    "\"tiltak/forebyggende/e-5\",\"projectUntil\":2023,\"fundingUntil\":null,\"runOut\":true",
                ]
            },
            // Which goal does a measure serve, and which others with it?
            {
                8,
                "tonsberg",
                """
                    { contentItemByPath(path: "tiltak/temaplan/6-1-12") { ... on Measure { goal { contentItems { ... on Goal {
                        text measureByGoal(orderBy: { order: ASC }, first: 20) { text } } } } } } }
                    """,
                [
                    "Tønsberg kommune er en TryggEst-kommune.",
                    "\"Det blir iverksatt TryggEst i alle tjenester for voksne.\"},{\"text\":\"Det opprettes TryggEst-team.\"",
                ]
            },
            // What is free, anonymous or needs no referral?
            {
                9,
                "tonsberg",
                """
                    { service(culture: "nb", first: 50,
                        where: { OR: [{ free: "yes" }, { anonymous: "yes" }, { requiresReferral: "no" }] }) {
                        displayText free anonymous requiresReferral } }
                    """,
                ["\"VO-linjen\",\"free\":\"yes\",\"anonymous\":\"yes\"", "\"Familievernkontoret\",\"free\":\"yes\"", "\"SMISO Vestfold\""]
            },
            // How far has the plan come, part by part?
            {
                10,
                "porsgrunn",
                """
                    { plan(where: { kind: "forebyggende" }) { progress { total }
                        planSectionByPlan(where: { code: "A" }) { displayText progress { total states { state count } } } } }
                    """,
                [
                    "\"progress\":{\"total\":94}",
                    "\"total\":30,\"states\":[{\"state\":\"recommended\",\"count\":1},{\"state\":\"starting\",\"count\":1},"
                        + "{\"state\":\"ongoing\",\"count\":28}]",
                ]
            },
            // What did the council decide, and what became of it? And the other way.
            {
                11,
                "stavanger",
                """
                    { decision { displayText points { contentItems { ... on DecisionPoint {
                        bullet becameMeasure { contentItems { ... on Measure { path } } } } } } }
                      decisionPoint(where: { becameMeasure: { contentItem: { displayText_contains: "Skolehelsetjenesten" } } }) { text } }
                    """,
                [
                    "\"Bystyrets vedtak 29.09.2014\"",
                    "\"tiltak/trygg/1-8\"",
                    "\"decisionPoint\":[{\"text\":\"Nytt kulepunkt på side 20 til pkt. 5.1: Sekundærforebyggende tiltak:\"}]",
                ]
            },
            // Whom can those call who use violence?
            {
                12,
                "tonsberg",
                """
                    { service(culture: "nb", first: 50, where: { audiences: { term: { displayText: "Utøvere" } } }) {
                        displayText channels { contentItems { ... on Channel { phone } } } } }
                    """,
                ["\"Alternativ til vold i Vestfold - ATV\"", "452 33 104", "46 61 81 80"]
            },
            // Which kinds of violence are there, and who says so?
            {
                13,
                "tonsberg",
                """
                        { violenceTypeConnection(culture: "nb", orderBy: { order: ASC }, first: 50) {
                        totalCount nodes { displayText source sourceAddress { url } } } }
                    """,
                ["\"totalCount\":16", "Definisjonene er hentet fra Dinutvei.no.", "\"url\":\"http"]
            },
            // Which figures are of 2024, and whose?
            {
                14,
                "tonsberg",
                """{ indicatorValue(where: { year: "2024" }, orderBy: { amount: ASC }) { amount unit source } }""",
                [
                    """[{"amount":4,"unit":"prosent","source":"Ung Data"},{"amount":5,"unit":"prosent","source":"Ung Data"},"""
                        + """{"amount":11,"unit":"prosent","source":"Ungdata"}]""",
                ]
            },
            // Who has most measures?
            {
                15,
                "tonsberg",
                """{ measureCounts(by: [responsibleParties], first: 1) { count keys { contentItem { displayText } } } }""",
                ["""{"count":35,"keys":[{"contentItem":{"displayText":"Mestring og helse"}}]}"""]
            },
            // Who is responsible for selective prevention?
            {
                16,
                "porsgrunn",
                """
                    { measureCounts(by: [responsibleParties], first: 1,
                        where: { preventionLevels: { term: { displayText: "Selektiv" } } }) {
                        count keys { contentItem { displayText } } } }
                    """,
                ["""{"count":10,"keys":[{"contentItem":{"displayText":"PP-tjenester"}}]}"""]
            },
            // What comes back every year?
            {
                17,
                "porsgrunn",
                """{ measure(where: { recurrence: "yearly" }, first: 50) { path } }""",
                ["tiltak/tiltaksplan/1-2-8", "tiltak/tiltaksplan/1-3-4", "tiltak/tiltaksplan/1-3-11"]
            },
            // Which duty follows from section 139 of the penal code?
            {
                18,
                "tonsberg",
                """{ lawReference(where: { displayText: "Straffeloven § 139" }) { dutyByLaws { displayText path } } }""",
                ["\"Avvergeplikt\""]
            },
            // What is planned about interpreters?
            {
                19,
                "porsgrunn",
                """
                    { measureConnection(
                        where: { OR: [{ text_contains: "tolk" }, { howWhen_contains: "tolk" }] }) { totalCount nodes { text } } }
                    """,
                ["\"totalCount\":2", "samarbeid med tolketjenesten", "telefontolk"]
            },
            // What do you say to children in English, with numbers?
            {
                20,
                "tonsberg",
                """
                    { contentItemByPath(path: "en/hjelp/ung") { ... on HelpPage { displayText ingress
                        services { contentItems(culture: "en") { ... on Service { displayText
                          channels { contentItems { ... on Channel { phone } } } } } } } } }
                    """,
                ["\"For children and young people\"", "116 111"]
            },
        };

    [Theory, MemberData(nameof(Asked))]
    public async Task The_question_is_answered_in_one_request(int number, string tenant, string question, string[] says)
    {
        var answer = await AskAsync(tenant, question);

        Assert.True(!answer.Contains("\"errors\"", StringComparison.Ordinal), $"{number}: {answer}");
        Assert.All(says, words => Assert.Contains(words, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_local_service_is_found_as_not_national() =>
        Assert.Contains(
            "\"Familievernkontoret\"",
            await AskAsync("tonsberg", """{ service(culture: "nb", where: { national: false }, first: 50) { displayText } }"""),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("tonsberg", "2030-12-31", false, "2025-12-31", "2028-12-31")]
    [InlineData("stavanger", "2020-12-31", true, null, null)]
    [InlineData("mosseregionen", "2019-12-31", true, null, null)]
    public async Task A_plan_says_when_it_ran_out_and_when_it_is_to_be_evaluated_and_revised(
        string tenant,
        string lastDay,
        bool hasRunOut,
        string? evaluation,
        string? revision
    ) =>
        Assert.Contains(
            $$"""
            {"lastDay":{{Midnight(lastDay)}},"hasRunOut":{{(hasRunOut ? "true" : "false")}},"nextEvaluation":{{Midnight(evaluation)}},
            """.TrimEnd() + $"\"nextRevision\":{Midnight(revision)}}}",
            await AskAsync(tenant, $$"""{ plan { schedule(at: "{{Day}}") { lastDay hasRunOut nextEvaluation nextRevision } } }"""),
            StringComparison.Ordinal
        );

    private static string Midnight(string? day) => day is null ? "null" : $"\"{day}T00:00:00Z\"";

    private async Task<string> AskAsync(string tenant, string question)
    {
        using var answer = await site.GetAsync($"/{tenant}/api/graphql?query={Uri.EscapeDataString(question)}");
        return JsonSerializer.Serialize(
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            s_readable
        );
    }
}
