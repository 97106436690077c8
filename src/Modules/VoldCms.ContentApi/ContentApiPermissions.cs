using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi;

/// <summary>Who may ask the API, beside what they may see there. The names are Orchard Core's.</summary>
internal static class ContentApiPermissions
{
    public static readonly Permission ExecuteGraphQL = new("ExecuteGraphQL", "Ask the GraphQL API", ["ExecuteGraphQLMutations"]);

    public static readonly Permission ExecuteGraphQLMutations = new("ExecuteGraphQLMutations", "Change content through the GraphQL API");

    public static readonly Permission ViewMedia = new("ViewMediaContent", "See the list of media files", ["ManageMediaContent"]);

    public static readonly Permission ViewUsers = new("ViewUsers", "See users' names", ["ManageUsers"]);

    public static readonly Permission ExecuteApiAll = new("ExecuteApiAll", "Ask all named queries");

    public static ImmutableArray<Permission> All { get; } = [ExecuteGraphQL, ExecuteGraphQLMutations, ViewMedia, ViewUsers, ExecuteApiAll];
}
