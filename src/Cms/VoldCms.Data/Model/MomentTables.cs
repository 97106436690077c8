using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VoldCms.Data.Model;

/// <summary>Tables of which a backup holds nothing, and which a restore empties: what is in them is of the moment alone.</summary>
public static class MomentTables
{
    internal const string Annotation = "VoldCms:OfTheMoment";

    /// <summary>
    /// Says that the rows are of the moment alone, such as sessions: one that has been ended does not come back with a backup.
    /// </summary>
    public static void IsOfTheMoment<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.HasAnnotation(Annotation, true);
}
