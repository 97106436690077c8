using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// Every status text of the five documents with the state that a reader takes from it: judged one by one by reading, and not by the list of
/// words that sets them.
/// </summary>
public sealed class StatusReadingTests
{
    // A long text is cut; "unknown" is one that says nothing of how far the measure has come.
    private static readonly Dictionary<string, string> s_read = new()
    {
        ["Ny arbeidsgruppe nedsatt for planens siste virkeår."] = "ongoing",
        ["Gjennomført: Krisesenter-barnevern Krisesenter-DPS Krisesenter-skole/bhg …"] = "done",
        ["Delvis gjennomført: Ikke fast etablert, men ivaretas delvis ved at koordinator …"] = "partlyDone",
        ["Se tiltak 9 og 10"] = "unknown",
        ["2016 og 2017"] = "unknown",
        ["Pågår: Samarbeidsprosjekt mellom krisesenter, helsestasjonene og skolene …"] = "ongoing",
        ["Forespørsler har kommet, men ikke gjennomført."] = "notStarted",
        ["Etterspørres!"] = "unknown",
        ["Tiltakskort, brosjyre, nettside, rollup og plakater laget og distribuert."] = "done",
        ["Undervisning 5. og 8. trinn er gjennomført for skoleåret 2017-18. Videreføres med …"] = "ongoing",
        ["Avslag søknad om prosjektmidler. Gjøres kun sporadisk."] = "partlyDone",
        ["Informert i Ungdommens bystyre i Moss i 2015 og 2016. Nye møter i alle kommunene …"] = "partlyDone",
        ["Planlegges i 2019."] = "notStarted",
        ["Delvis gjennomført. Skole og barnehage med helsesøster er ivaretatt i 2016-2018. I …"] = "partlyDone",
        ["Tre fagkonferanser gjennomført: 1) skole/barnehage 2) barnevern, politi, helse og …"] = "done",
        ["Krisesenter er i dialog med politistasjonen i Moss. Planlagt august 2018."] = "notStarted",
        ["Krisesenteret opplever økende etterspørsel etter drøtinger med ansatte i kommunene."] = "unknown",
        ["Er beskrevet i tiltakskortene og i samarbeidsrutinene mellom virksomhetene."] = "done",
        ["Er beskrevet i tiltakskortene."] = "done",
        ["Samarbeidsmøter avholdes årslig mellom sentrale samarbeidende parter, …"] = "ongoing",
        ["Alternativ til vold vurderes etablert i Østfold. Kommuner og andre aktører jobber …"] = "ongoing",
        ["Har fått plass i brosjyren og nettsiden."] = "done",
        ["Pågår: Delvis i samarbeidsrutine mellom nav og krisesenter. Søknad til BUFdir om …"] = "ongoing",
        ["Tiltakskortene ble drøftet og godkjent i politirådet i Moss 13.09.17."] = "unknown",
        ["Delvis gjennomført: Instruks om hvordan spor sikres ligger på utenvold.no Gjenstår: …"] = "partlyDone",
        ["Pågår i undervisningsprosjektet i regi av krisesenteret. Planlagt i minoritets- og …"] = "ongoing",
        ["Prosjekt i skolene pågår. Ny runde i 2018/19. Barnehage mangler."] = "ongoing",
        ["Fagkonferanser er gjennomført, men kunnskapen må jevnlig oppdateres. Skolene er …"] = "done",
        ["Barnevernslederne opplyser dette er allerede ivaretatt. Utgår."] = "dropped",
        ["Tilbud gis av barnevern og krisesenter."] = "ongoing",
        ["Materiell sendt Mosseregionens undervisningssykepleier 2016. Elektronisk …"] = "done",
        ["Ivaretatt av tiltakskortene."] = "done",
        ["Kommunene deltar i nasjonalt prosjekt «krisesentertilbud til sårbare grupper» i …"] = "project",
        ["Pågår i prosjektet «Krisesentertilbud til sårbare grupper». Samarbeidsrutiner er …"] = "ongoing",
        ["Pågår: Skal legges inn på utenvold.no"] = "ongoing",
        ["Ivaretas av undervisningsprosjektet."] = "ongoing",
        ["Felles møter er gjennomført. Må vedlikeholdes."] = "done",
        ["Pågående"] = "ongoing",
        ["Anbefales"] = "recommended",
        ["Pågående. Anbefaler systematisering jmfr Stine Sofie barnehagepakke"] = "ongoing",
        ["Pågående. Anbefaler gjennomgang av barnehagens og skolens rutiner for medvirkning"] = "ongoing",
        ["Pågående i noen virksomheter. Anbefales at alle arrangerer byttedag"] = "ongoing",
        ["Pågående i noen virksomheter."] = "ongoing",
        ["Igangsettes aug 2023"] = "starting",
        ["Igangsatt 2023"] = "ongoing",
        ["Pågående. Rev 2023 Anbefaler alle private bhg å ta denne i bruk"] = "ongoing",
        ["Pågår. Anbefales å prioriteres høyere"] = "ongoing",
        ["Pågående. Off bygg skal kunne lånes gratis til ulike private formål som …"] = "ongoing",
        ["Pågående. Anbefaler gjennomgang av organisering og tema for å nå flere"] = "ongoing",
        ["Pågår, økonomisk støtte fra Bufdir ut 2024. Anbefales: Vurdere om tiltaket skal bli …"] = "ongoing",
        ["Oppstart okt 23 Gjennomført 21-22 Pågår Pågår"] = "ongoing",
        ["Oppstart okt 23"] = "starting",
        ["Gjennomført 21-22"] = "done",
        ["Pågår"] = "ongoing",
        ["Kontinuerlig"] = "ongoing",
        ["Pågår kontinuerlig"] = "ongoing",
        ["Pågående Melde behov til PP-tjenester"] = "ongoing",
        ["Melde behov til PP-tjenester"] = "unknown",
        ["Oppstart aug -23 i Barnehagene sentrum vest. Anbefales øvrige"] = "starting",
        ["Pågående i Barnehagene sentrum vest Melde behov til PP-tjenester"] = "ongoing",
        ["Pågående i Barnehagene sentrum vest"] = "ongoing",
        ["Enkelte private bhg har gjennomført. Anbefales"] = "partlyDone",
        ["Opptrapping av Tibirkommuneprosjektet"] = "ongoing",
        ["Oppstart 31/7-23. Tilhold til mottaksavd i Lyngveien. Ut til alle private og …"] = "starting",
        ["Gjennomført i noen skoler"] = "partlyDone",
        ["Pågående Prosedyrer rev 2023 Tema på ledermøter 2023"] = "ongoing",
        ["Pågår. Gode rutiner"] = "ongoing",
        ["Prosjekt ut 2023"] = "project",
        ["Behov for økt fokus i enkelte skoler"] = "unknown",
        ["Pågående Behov for økt fokus i enkelte skoler Start høst 2023, etter meldt ønske …"] = "ongoing",
        ["Pågående Behov for økt fokus i enkelte skoler"] = "ongoing",
        ["Start høst 2023, etter meldt ønske fra skole"] = "starting",
        ["Pågående Anbefaler å systematisere samarbeid med barnehager og skoler på individnivå"] = "ongoing",
        ["Pågående Anbefaler: bidra til å kjent gjøre aktivitetsportalen"] = "ongoing",
        ["Anbefaler å ta inn fra 8 års alder"] = "recommended",
        ["Pågående Anbefaler tydelig informasjon"] = "ongoing",
        ["Pågår i noen grad. Anbefales å systematisere"] = "ongoing",
        ["Starter opp"] = "starting",
        ["Skolert to ansatte, kurser enkeltbarnehager fra høsten 2023"] = "starting",
        ["Anbefales. Tiltak inn i ressurs- og kompetansesenteret?"] = "recommended",
        ["Pågående prosjekt"] = "project",
        ["Mottatt midler, starter opp 2023"] = "starting",
        ["Pågår Start høst 2023 Pågående og videreføres til skoler og barnehager fra høst …"] = "ongoing",
        ["Start høst 2023"] = "starting",
        ["Pågående og videreføres til skoler og barnehager fra høst 2023"] = "ongoing",
        ["Pågående med styrking fra høst 2023"] = "ongoing",
        ["Pågår og videreføres høst 2023"] = "ongoing",
        ["Pågår, økonomisk støtte fra BFD ut 2023 Anbefales: Vurdere om ungdomslos skal bli …"] = "ongoing",
    };

    private static readonly string[] s_recipes =
    [
        "recipes/mosseregionen-handlingsplan.recipe.json",
        "recipes/porsgrunn-forebyggende-plan.recipe.json",
        "recipes/porsgrunn-tiltaksplan.recipe.json",
        "recipes/stavanger-trygg-fri-fra-vold.recipe.json",
        "recipes/tonsberg-temaplan.recipe.json",
    ];

    [Fact]
    public void Each_status_text_has_the_state_that_a_reader_takes_from_it()
    {
        var stored = s_recipes.SelectMany(ListStored).Where(each => each.Status != "").ToList();

        Assert.Equal(s_read.Count, stored.Select(each => KeyOf(each.Status)).Distinct().Count());
        Assert.All(stored, each => Assert.Equal((each.Status, s_read[KeyOf(each.Status)]), each));
    }

    private static IEnumerable<(string Status, string State)> ListStored(string recipe) =>
        Seed.Items(recipe, "Measure")
            .SelectMany(measure => measure.Bag("Submeasures").Prepend(measure))
            .Select(measure => (measure.Text("StatusText"), measure.Text("State")))
            .Concat(Seed.Items(recipe, "StatusEntry").Select(entry => (entry.Text("Text"), entry.Text("State"))));

    private static string KeyOf(string status) =>
        s_read.ContainsKey(status)
            ? status
            : s_read.Keys.SingleOrDefault(key => key.EndsWith('…') && status.StartsWith(key[..^1], StringComparison.Ordinal)) ?? status;
}
