using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Services;

/// <summary>How far a fact may be trusted, in one line, for the page of its own.</summary>
/// <param name="Text">Who has checked it when, or where it is from.</param>
/// <param name="SourceHref">The source, where it has a web address; else null.</param>
internal sealed record Verification(Wording Text, string? SourceHref)
{
    private const string DayFormat = "dd.MM.yyyy";

    /// <summary>"Checked" is said only when somebody has entered the day of it.</summary>
    public static Verification Of(ContentItem item, Texts texts)
    {
        var href = item.Link(ServiceContentTypes.Verification, "SourceAddress") is { Domain: not null } link ? link.Href : null;
        if (item.Day(ServiceContentTypes.Verification, "CheckedDate") is { } day)
        {
            return new(texts["Checked {0}", Write(day)], href);
        }

        var date =
            item.Text(ServiceContentTypes.Verification, "SourceDateText")
            ?? (item.Day(ServiceContentTypes.Verification, "SourceDate") is { } known ? Write(known) : null);
        var line = (item.Text(ServiceContentTypes.Verification, "Source"), date) switch
        {
            ({ } source, { } when) => texts["Source: {0} ({1}). Not checked by the municipality yet.", source, when],
            ({ } source, null) => texts["Source: {0}. Not checked by the municipality yet.", source],
            _ => texts["Not checked by the municipality yet."],
        };
        return new(line, href);
    }

    private static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
