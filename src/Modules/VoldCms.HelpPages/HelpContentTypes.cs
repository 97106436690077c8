namespace VoldCms.HelpPages;

/// <summary>
/// The names that <c>Recipes/helppages-definitions.recipe.json</c> gives the content types, each with a part of its own by the
/// same name; and those of the other modules that help pages point to.
/// </summary>
internal static class HelpContentTypes
{
    public const string HelpPage = "HelpPage";
    public const string HelpStep = "HelpStep";
    public const string ViolenceType = "ViolenceType";
    public const string Duty = "Duty";
    public const string LawReference = "LawReference";
    public const string GlossaryTerm = "GlossaryTerm";

    public const string Service = "Service";
    public const string WebResource = "WebResource";
    public const string Plan = "Plan";
}
