using System.Collections.Frozen;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// Orchard Core's permissions that a content site meets, so that a misspelt one can be told from one whose module we lack.
/// </summary>
internal static class PermissionNames
{
    private static readonly FrozenSet<string> s_names = FrozenSet.ToFrozenSet(
        [
            "AccessAdminPanel",
            "LocalizeContent",
            "LocalizeOwnContent",
            "ManageContentCulturePicker",
            "SetHomepage",
            "ViewContentTypes",
            "EditContentTypes",
            "ManageRecipes",
            "ManageRoles",
            "ManageTenants",
            "ManageSettings",
            "ManageCultures",
            "ManageMediaContent",
            "ManageOwnMediaContent",
            "ViewMediaContent",
            "View Users",
            "EditUsers",
            "ManageUsers",
            "AssignRoleToUsers",
            "ExecuteGraphQL",
            "ExecuteGraphQLMutations",
            "ExecuteApiAll",
            "ApiViewContent",
            "ManageQueries",
            "ManageIndexes",
            "QuerySearchIndex",
            "QueryLuceneSearchIndex",
            "ManageUrlRewritingRules",
            "ManageTranslations",
            "ViewTranslations",
            "Import",
            "Export",
        ],
        StringComparer.Ordinal
    );

    // Made for one query, index or culture each.
    private static readonly string[] s_prefixes =
    [
        "ExecuteApi_",
        "QueryIndex_",
        "QueryLucene",
        "QueryElasticsearch",
        "ManageTranslations_",
        "ManageLocalizations_",
    ];

    public static bool IsKnown(string name) =>
        s_names.Contains(name) || s_prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
