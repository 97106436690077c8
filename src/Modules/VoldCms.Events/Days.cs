using System.Globalization;

namespace VoldCms.Events;

/// <summary>How every page of the module writes a day, in all languages alike.</summary>
internal static class Days
{
    /// <summary>Day, month and year in figures.</summary>
    public static string Write(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
