using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Caching;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Measures;

/// <summary>
/// The filter of a plan's table as it stands in the address:
/// <c>?tema=2&amp;ansvar=4349gf3f&amp;status=3&amp;frist=2025&amp;gruppe=4&amp;niva=1</c>. The codes say nothing to whoever reads over a
/// shoulder; an unknown one is passed over.
/// </summary>
internal sealed record MeasureFilter
{
    private const string ThemeKey = "tema";
    private const string PartyKey = "ansvar";
    private const string StateKey = "status";
    private const string DeadlineKey = "frist";
    private const string TargetGroupKey = "gruppe";
    private const string LevelKey = "niva";
    private const int CodeLength = 8;

    /// <summary>The deadline's code that leaves what is overdue.</summary>
    public const string Overdue = "ute";

    /// <summary>The deadline's code that leaves those whose project or support is over.</summary>
    public const string RunOut = "slutt";

    /// <summary>The section's place in the plan, from 1; null for all.</summary>
    public int? Theme { get; init; }

    /// <summary>See <see cref="CodeOf(ContentItemId)"/>; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>Null for all.</summary>
    public MeasureState? State { get; init; }

    /// <summary>See <see cref="Deadline.Code"/>, or <see cref="Overdue"/> or <see cref="RunOut"/>; null for all.</summary>
    public string? Deadline { get; init; }

    /// <summary>See <see cref="CodeOf(Term)"/>; null for all.</summary>
    public string? TargetGroup { get; init; }

    /// <summary>See <see cref="CodeOf(Term)"/>; null for all.</summary>
    public string? Level { get; init; }

    /// <summary>What the address of a plan can say.</summary>
    /// <param name="plan">Its measures.</param>
    /// <param name="parties">Those who are responsible for one.</param>
    public static ImmutableArray<QueryParameter> ParametersOf(PlanMeasures plan, IEnumerable<ContentItemId> parties) =>
        [
            new(ThemeKey, Enumerable.Range(1, plan.Sections.Length).Select(Code)),
            new(PartyKey, parties.Select(CodeOf)),
            new(StateKey, plan.Measures.Select(measure => Code((int)measure.State))),
            new(
                DeadlineKey,
                plan.Measures.Select(measure => measure.Deadline.Code)
                    .Concat(plan.Measures.Any(measure => measure.OverdueSince is not null) ? [Overdue] : [])
                    .Concat(plan.Measures.Any(measure => measure.HasRunOut) ? [RunOut] : [])
            ),
            new(TargetGroupKey, plan.TargetGroups.Select(CodeOf)),
            new(LevelKey, plan.Levels.Select(CodeOf)),
        ];

    /// <summary>Reads what the address says.</summary>
    /// <param name="query">What the page knows of it (<see cref="ParametersOf"/>).</param>
    public static MeasureFilter Read(IQueryCollection query) =>
        new()
        {
            Theme = NumberOf(query, ThemeKey),
            Party = TextOf(query, PartyKey),
            State = NumberOf(query, StateKey) is { } state && Enum.IsDefined((MeasureState)state) ? (MeasureState)state : null,
            Deadline = TextOf(query, DeadlineKey),
            TargetGroup = TextOf(query, TargetGroupKey),
            Level = TextOf(query, LevelKey),
        };

    /// <summary>The first eight characters of the party's id: as good as unique in one plan, and the same for good.</summary>
    public static string CodeOf(ContentItemId party) => party.Folded[..Math.Min(CodeLength, party.Folded.Length)];

    /// <summary>The term's neutral number; where it has none, the beginning of its id.</summary>
    public static string CodeOf(Term term) => term.Code is { } code ? Code(code) : CodeOf(term.Id);

    /// <summary>Whether it is the party of that code.</summary>
    public static bool IsOf(ContentItemId party, string code) =>
        party.Folded.AsSpan(0, Math.Min(CodeLength, party.Folded.Length)).SequenceEqual(code);

    /// <summary>The query string and the place on the page; only the place when nothing is chosen.</summary>
    public string ToQuery()
    {
        (string Key, string? Value)[] chosen =
        [
            (ThemeKey, Theme is { } theme ? Code(theme) : null),
            (PartyKey, Party),
            (StateKey, State is { } state ? Code((int)state) : null),
            (DeadlineKey, Deadline),
            (TargetGroupKey, TargetGroup),
            (LevelKey, Level),
        ];
        var parameters = string.Join(
            '&',
            chosen.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value ?? "")}")
        );
        return (parameters.Length == 0 ? "" : $"?{parameters}") + "#tiltak";
    }

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? NumberOf(IQueryCollection query, string key) =>
        int.TryParse(query[key].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? TextOf(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;
}
