namespace VoldCms.Events;

/// <summary>
/// The paths of the module's own pages, below the language. Pages of different folders lead to each other: what each is called there lies
/// below them all.
/// </summary>
internal static class EventPaths
{
    public const string Courses = "kurs";
    public const string News = "aktuelt";
}
