using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Events.Occasions;

/// <summary>The courses that name a help page, on that page. Scoped.</summary>
internal sealed class HelpPageCourses(OccasionReader occasions, Site site) : IItemRegion
{
    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != EventContentTypes.HelpPage)
        {
            return null;
        }

        var courses = await occasions.ListForAsync(item, cancellationToken);
        return courses.Cards.IsEmpty ? null : new("kurs", site.Texts["Courses"], "~/Areas/Events/Pages/_Occasions.cshtml", courses);
    }
}
