using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Plans.Measures;

namespace VoldCms.Plans.StatusReports;

/// <summary>A report on a plan on a date, as printed.</summary>
/// <param name="DateText">The date as printed; null when it has none.</param>
/// <param name="Legend">What the report's colours mean, with the shares that it prints.</param>
/// <param name="Entries">What it says of each measure, in its order.</param>
/// <param name="Silent">The measures of the plan that it says nothing about.</param>
internal sealed record StatusReportView(
    string? DateText,
    Legend Legend,
    ImmutableArray<StatusEntryView> Entries,
    ImmutableArray<MeasureView> Silent
);

/// <summary>What a report's colours mean, with the shares that it prints.</summary>
internal sealed record Legend(ImmutableArray<LightView> Lights)
{
    /// <summary>Nothing is printed.</summary>
    public static Legend None { get; } = new([]);

    /// <summary>Some colour has a share.</summary>
    public bool HasShares => Total > 0;

    /// <summary>The sum of the shares, whatever it is in print.</summary>
    public int Total => Lights.Sum(light => light.Share ?? 0);

    /// <summary>The lights that have a share, each with the sum of those before it.</summary>
    public IEnumerable<(LightView Light, int Start)> Shares
    {
        get
        {
            var start = 0;
            foreach (var light in Lights.Where(light => light.Share > 0))
            {
                yield return (light, start);
                start += light.Share ?? 0;
            }
        }
    }

    /// <summary>The legend of a report.</summary>
    public static Legend Of(ContentItem report) => new([.. report.Bag("Legend").Select(Read)]);

    private static LightView Read(ContentItem light) =>
        new(
            StatusReports.Lights.Read(light, PlanContentTypes.Light),
            light.Text(PlanContentTypes.Light, "ColourText") ?? "",
            light.Text(PlanContentTypes.Light, "Meaning"),
            light.Number(PlanContentTypes.Light, "Share"),
            light.Text(PlanContentTypes.Light, "Printed")
        );
}

/// <summary>A colour of a report's legend.</summary>
/// <param name="Colour">Which.</param>
/// <param name="Name">The colour as printed.</param>
/// <param name="Meaning">As printed.</param>
/// <param name="Share">In percent, as printed and never counted; null when none is printed.</param>
/// <param name="Printed">The whole line as printed.</param>
internal sealed record LightView(Light Colour, string Name, string? Meaning, int? Share, string? Printed);

/// <summary>What a report says of one measure.</summary>
/// <param name="Measure">The measure; null when it is not public.</param>
/// <param name="Text">As printed, a line a line.</param>
/// <param name="State">As the words tell it.</param>
/// <param name="Colour">Only where the report's text names one.</param>
internal sealed record StatusEntryView(MeasureView? Measure, string? Text, MeasureState State, Light Colour);

/// <summary>A colour of a traffic light.</summary>
internal enum Light
{
    /// <summary>The report does not name one.</summary>
    Unknown,
    Green,
    Yellow,
    Red,
    White,
}

/// <summary>What a light is called, and how it looks: always a word, a shape and a colour together.</summary>
internal static class Lights
{
    /// <summary>The light that an item's field <c>Colour</c> names.</summary>
    internal static Light Read(ContentItem item, string part) =>
        Enum.TryParse<Light>(item.Text(part, "Colour"), ignoreCase: true, out var light) && Enum.IsDefined(light) ? light : Light.Unknown;

    /// <summary>The model of <c>_Mark</c>: the light's colour and shape, under a name of the site's or of the report's.</summary>
    public static (Wording Name, string Colour, string Shape) MarkOf(Light light, Wording name) => (name, ColourOf(light), ShapeOf(light));

    public static Wording NameOf(Light light, Texts texts) =>
        light switch
        {
            Light.Green => texts["Green"],
            Light.Yellow => texts["Yellow"],
            Light.Red => texts["Red"],
            Light.White => texts["White"],
            _ => texts["Not stated"],
        };

    /// <summary>The colour's name in the theme.</summary>
    public static string ColourOf(Light light) =>
        light switch
        {
            Light.Green => "success",
            Light.Yellow => "warning",
            Light.Red => "danger",
            _ => "neutral",
        };

    /// <summary>The shape's id among those of the page, see <c>_Shapes</c>.</summary>
    public static string ShapeOf(Light light) =>
        light switch
        {
            Light.Green => "check",
            Light.Yellow => "arrow",
            Light.Red => "cross",
            _ => "question",
        };
}
