using System.Text.RegularExpressions;

namespace VoldCms.Plans.Measures;

/// <summary>
/// What a printed status says of how far a measure has come. The states of our recipes are set by this list and by nothing else; where a
/// stored state is another than the list reads, a person has set it.
/// </summary>
internal static class StatusWords
{
    // The first line that fits decides: what is given up, done in part or not done goes before what sounds like done.
    private static readonly (string Words, Place Place, MeasureState State)[] s_list =
    [
        ("Utgår", Place.Anywhere, MeasureState.Dropped),
        ("Delvis gjennomført", Place.First, MeasureState.PartlyDone),
        ("Gjennomført i noen", Place.First, MeasureState.PartlyDone),
        ("Enkelte private bhg har gjennomført", Place.First, MeasureState.PartlyDone),
        ("Informert i", Place.First, MeasureState.PartlyDone),
        ("gjøres kun sporadisk", Place.Anywhere, MeasureState.PartlyDone),
        ("ikke gjennomført", Place.Anywhere, MeasureState.NotStarted),
        ("Gjennomført", Place.First, MeasureState.Done),
        ("Ivaretatt", Place.First, MeasureState.Done),
        ("Er beskrevet i", Place.First, MeasureState.Done),
        ("Har fått plass i", Place.First, MeasureState.Done),
        ("Materiell sendt", Place.First, MeasureState.Done),
        ("laget og distribuert", Place.Anywhere, MeasureState.Done),
        ("Pågående prosjekt", Place.First, MeasureState.Project),
        ("Prosjekt ut", Place.First, MeasureState.Project),
        ("deltar i nasjonalt prosjekt", Place.Anywhere, MeasureState.Project),
        ("Pågående", Place.First, MeasureState.Ongoing),
        ("Pågår", Place.Anywhere, MeasureState.Ongoing),
        ("Kontinuerlig", Place.First, MeasureState.Ongoing),
        ("Igangsatt", Place.First, MeasureState.Ongoing),
        ("Ivaretas", Place.First, MeasureState.Ongoing),
        ("Tilbud gis", Place.First, MeasureState.Ongoing),
        ("Opptrapping av", Place.First, MeasureState.Ongoing),
        ("Ny arbeidsgruppe nedsatt", Place.First, MeasureState.Ongoing),
        ("avholdes", Place.Anywhere, MeasureState.Ongoing),
        ("jobber med saken", Place.Anywhere, MeasureState.Ongoing),
        ("Videreføres med", Place.Anywhere, MeasureState.Ongoing),
        ("Oppstart", Place.First, MeasureState.Starting),
        ("Igangsettes", Place.First, MeasureState.Starting),
        ("Start høst", Place.First, MeasureState.Starting),
        ("Starter opp", Place.Anywhere, MeasureState.Starting),
        ("Skolert to ansatte, kurser", Place.First, MeasureState.Starting),
        ("gjennomført", Place.Anywhere, MeasureState.Done),
        ("Planlegges", Place.First, MeasureState.NotStarted),
        ("Planlagt", Place.Anywhere, MeasureState.NotStarted),
        ("Anbefales", Place.First, MeasureState.Recommended),
        ("Anbefaler", Place.First, MeasureState.Recommended),
    ];

    private enum Place
    {
        /// <summary>The status begins with the words.</summary>
        First,

        /// <summary>They stand in it as words of their own.</summary>
        Anywhere,
    }

    /// <summary>The state that a printed status tells; another status where no line fits, none where nothing is printed.</summary>
    public static MeasureState StateOf(string? status)
    {
        if (string.IsNullOrWhiteSpace(status))
        {
            return MeasureState.Unknown;
        }

        foreach (var (words, place, state) in s_list)
        {
            if (Fits(status, words, place))
            {
                return state;
            }
        }

        return MeasureState.Other;
    }

    private static bool Fits(string status, string words, Place place) =>
        Regex.IsMatch(
            status,
            $@"{(place == Place.First ? "^" : @"(?<!\w)")}{Regex.Escape(words)}(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
