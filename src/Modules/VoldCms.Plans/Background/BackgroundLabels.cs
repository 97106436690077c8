using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Background;

/// <summary>What passages without a heading of their own are about.</summary>
internal static class BackgroundLabels
{
    /// <param name="kind">As the passage's field has it; one that nobody knows counts as an introduction.</param>
    /// <param name="texts">In the language of the page.</param>
    public static Wording NameOf(string? kind, Texts texts) =>
        kind switch
        {
            "scope" => texts["What the plan covers"],
            "aims" => texts["Aims"],
            "organisation" => texts["Organisation"],
            "implementation" => texts["How it is carried out"],
            "history" => texts["Background"],
            "challenges" => texts["Challenges"],
            "priorities" => texts["Priorities"],
            "riskGroups" => texts["Groups at risk"],
            "definitions" => texts["What the words mean"],
            "economy" => texts["Economy"],
            "gaps" => texts["What is missing"],
            "attachment" => texts["About the attachment"],
            "chapters" => texts["Chapters"],
            "source" => texts["Sources"],
            _ => texts["Introduction"],
        };
}
