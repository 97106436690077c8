namespace VoldCms.HelpPages;

/// <summary>
/// The paths of the module's own pages, below the language. Pages of different folders lead to each other: what each is called there lies
/// below them all.
/// </summary>
internal static class HelpPaths
{
    public const string Help = "hjelp";
    public const string Kinds = "hjelp/former";
    public const string Duties = "plikter";
    public const string Laws = "lover";
    public const string Words = "ordliste";

    /// <summary>A help page: it is content, and the bar that stays on every page leads to it.</summary>
    public const string HideVisit = "skjul-besoket";
}
