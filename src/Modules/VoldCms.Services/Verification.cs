using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.Services;

/// <summary>How far a fact may be trusted, in one line.</summary>
/// <param name="Text">Who has checked it when, or where it is from.</param>
/// <param name="SourceHref">The source, where it has a web address; else null.</param>
/// <param name="IsChecked">A person of the municipality has checked it.</param>
internal sealed record Verification(Wording Text, string? SourceHref, bool IsChecked)
{
    private const string DayFormat = "dd.MM.yyyy";

    /// <summary>"Checked" is said only when somebody has entered the day of it.</summary>
    public static Verification Of(ContentItem item, Texts texts)
    {
        var href = item.Link(ContentTypes.Verification, "SourceAddress") is { Domain: not null } link ? link.Href : null;
        if (item.Day(ContentTypes.Verification, "CheckedDate") is { } day)
        {
            return new(texts["Checked {0}", Write(day)], href, IsChecked: true);
        }

        var date = item.Text(ContentTypes.Verification, "SourceDateText")
            ?? (item.Day(ContentTypes.Verification, "SourceDate") is { } known ? Write(known) : null);
        var line = (item.Text(ContentTypes.Verification, "Source"), date) switch
        {
            ({ } source, { } when) => texts["From {0}, {1}, not checked by the municipality", source, when],
            ({ } source, null) => texts["From {0}, not checked by the municipality", source],
            _ => texts["Not checked by the municipality"],
        };
        return new(line, href, IsChecked: false);
    }

    private static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
