using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Plans.Parties;

/// <summary>What sorts of parties there are.</summary>
internal static class PartyKinds
{
    /// <summary>In the order in which a list shows them. One that nobody knows counts as the last.</summary>
    public static readonly ImmutableArray<string> All = ["kommunalomrade", "rolle", "enhet", "tjeneste", "gruppe", "ekstern"];

    /// <summary>As the party's field has it.</summary>
    public static string Of(ContentItem party) =>
        party.Text(PlanContentTypes.Party, "Kind") is { } kind && All.Contains(kind) ? kind : All[^1];

    /// <summary>Several of a sort.</summary>
    public static Wording NameOfAll(string kind, Texts texts) =>
        kind switch
        {
            "kommunalomrade" => texts["Divisions of the municipality"],
            "rolle" => texts["Roles and managers"],
            "enhet" => texts["Units"],
            "tjeneste" => texts["Services of the municipality"],
            "gruppe" => texts["Groups and councils"],
            _ => texts["Partners outside the municipality"],
        };

    /// <summary>One of a sort.</summary>
    public static Wording NameOf(string kind, Texts texts) =>
        kind switch
        {
            "kommunalomrade" => texts["Division of the municipality"],
            "rolle" => texts["Role"],
            "enhet" => texts["Unit"],
            "tjeneste" => texts["Service of the municipality"],
            "gruppe" => texts["Group or council"],
            _ => texts["Partner outside the municipality"],
        };
}
