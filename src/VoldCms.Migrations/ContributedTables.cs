using VoldCms.Admin.WorkingCopies;
using VoldCms.ContentApi.Mutations;
using VoldCms.Data.Model;
using VoldCms.Users.Accounts;
using VoldCms.Users.ApiKeys;
using VoldCms.Users.Links;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.Migrations;

/// <summary>
/// The tables that modules contribute, for <c>dotnet ef</c> and for the test that no migration is missing. The host
/// registers the same ones through its modules.
/// </summary>
public static class ContributedTables
{
    /// <summary>The tables of every module, for <c>dotnet ef</c>.</summary>
    public static IReadOnlyList<IModelContribution> All { get; } =
    [
        new AccountsModel(),
        new SessionsModel(),
        new PasskeysModel(),
        new SecretLinksModel(),
        new ApiKeysModel(),
        new AnsweredRequestsModel(),
        new WorkingCopiesModel(),
    ];
}
