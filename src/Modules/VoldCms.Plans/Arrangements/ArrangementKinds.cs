using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Arrangements;

/// <summary>What sorts of arrangements there are.</summary>
internal static class ArrangementKinds
{
    /// <param name="kind">As the document's field has it.</param>
    /// <param name="texts">In the language of the page.</param>
    public static Wording NameOfDocument(string? kind, Texts texts) =>
        kind switch
        {
            "original" => texts["The plan as a document"],
            "routine" => texts["Routine"],
            "procedure" => texts["Procedure"],
            "guideline" => texts["Guideline"],
            "instruction" => texts["Instruction"],
            "checklist" => texts["Check list"],
            "template" => texts["Template"],
            "agreement" => texts["Cooperation agreement"],
            _ => texts["Document"],
        };

    /// <param name="kind">As the field of a meeting, network or council has it.</param>
    /// <param name="texts">In the language of the page.</param>
    public static Wording? NameOfForum(string? kind, Texts texts) =>
        kind switch
        {
            "meeting" => texts["Meeting"],
            "network" => texts["Network"],
            "group" => texts["Group or team"],
            "participation" => texts["Participation"],
            "contact" => texts["Contact role"],
            _ => null,
        };
}
